# Installs what is missing and runs the demonstration; arguments go on to `werkdesk demo`.
. (Join-Path $PSScriptRoot 'prepare.ps1')
Install-PythonPackages (Join-Path $RootDir 'installer\requirements.txt')
& (Join-Path $VenvDir 'Scripts\werkdesk.exe') demo @args
exit $LASTEXITCODE
