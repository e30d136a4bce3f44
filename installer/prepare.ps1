# Dot-sourced by demo.ps1 and test.ps1: makes .venv with the pinned packages. Needs Python 3.11+ (64 bits).
$ErrorActionPreference = 'Stop'
$RootDir = Split-Path -Parent $PSScriptRoot
$VenvDir = Join-Path $RootDir '.venv'
$VenvPython = Join-Path $VenvDir 'Scripts\python.exe'

function Stop-Werkdesk([string]$Message) {
    Write-Host "Werkdesk: $Message" -ForegroundColor Red
    exit 1
}

function Install-PythonPackages([string]$Requirements) {
    $hash = (Get-FileHash $Requirements).Hash.Substring(0, 16)
    $stamp = Join-Path $VenvDir (".klaar-{0}-{1}" -f [IO.Path]::GetFileNameWithoutExtension($Requirements), $hash)
    if (Test-Path $stamp) { return }
    if (-not (Test-Path $VenvPython)) {
        $python = Get-Command python -ErrorAction SilentlyContinue
        if (-not $python) { $python = Get-Command py -ErrorAction SilentlyContinue }
        if (-not $python) { Stop-Werkdesk 'er is geen Python 3.11 of nieuwer op deze computer.' }
        & $python.Source -c 'import sys; sys.exit(sys.version_info < (3, 11))'
        if ($LASTEXITCODE -ne 0) { Stop-Werkdesk 'Python is te oud: 3.11 of nieuwer is nodig.' }
        Write-Host 'Werkdesk: maakt een eigen Python-omgeving in .venv'
        & $python.Source -m venv $VenvDir
    }
    Write-Host 'Werkdesk: installeert de Python-pakketten (vaste versies, met controlegetal)'
    & $VenvPython -m pip install --quiet --disable-pip-version-check --require-hashes -r $Requirements
    if ($LASTEXITCODE -ne 0) { Stop-Werkdesk 'de Python-pakketten konden niet worden geïnstalleerd. Is er verbinding?' }
    & $VenvPython -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e $RootDir
    if ($LASTEXITCODE -ne 0) { Stop-Werkdesk 'Werkdesk zelf kon niet in .venv worden gezet.' }
    New-Item -ItemType File -Path $stamp | Out-Null
}
