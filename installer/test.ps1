# Installs what is missing and runs every check; arguments go on to pytest.
. (Join-Path $PSScriptRoot 'prepare.ps1')
Install-PythonPackages (Join-Path $RootDir 'installer\requirements-test.txt')
Set-Location $RootDir
$env:QT_QPA_PLATFORM = 'offscreen'
foreach ($check in @(@('-m', 'ruff', 'format', '--check', '--quiet', '.'), @('-m', 'ruff', 'check', '--quiet', '.'), @('-m', 'mypy'))) {
    & $VenvPython @check
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& (Join-Path $VenvDir 'Scripts\lint-imports.exe') --no-cache
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $VenvPython -m pytest -n 2 --dist loadfile @args
exit $LASTEXITCODE
