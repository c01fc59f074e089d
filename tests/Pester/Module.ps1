# Dot-sourced by every file here, while tests are found and again before they run: the module as the build staged it, and what is known of it.

$root = Split-Path (Split-Path $PSScriptRoot)
$manifest = Join-Path $root 'PeeringTools.psd1'
Import-Module $manifest
$commands = Get-Command -Module PeeringTools | Sort-Object Name

# The module in a folder of modules, as it is installed. Gives its own folder.
function Install-Copy {
    param([string] $Modules)

    $folder = Join-Path $Modules "PeeringTools/$((Import-PowerShellDataFile $manifest).ModuleVersion)"
    $null = New-Item $folder -ItemType Directory -Force
    foreach ($part in 'PeeringTools.psd1', 'lib', 'en-US', 'docs', 'samples') { Copy-Item (Join-Path $root $part) $folder -Recurse }
    $folder
}

# A PowerShell of the same edition as this one, as a process of its own.
function Start-Child {
    param([string] $Script, [hashtable] $Environment = @{})

    $before = @{}
    foreach ($name in $Environment.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $Environment[$name])
    }
    try {
        # The program may be started through a launcher, so that the path of this process alone does not do.
        $line = [Environment]::GetCommandLineArgs()[0]
        if ([IO.Path]::GetExtension($line) -eq '.dll') { $program = @((Get-Process -Id $PID).Path, $line) } else { $program = @((Get-Process -Id $PID).Path) }
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Script))
        $rest = @($program | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded
        & $program[0] @rest 2>&1 | ForEach-Object { "$_" }
    }
    finally {
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }
}
