# Everything a developer does, by name, in PowerShell 7 and Windows PowerShell 5.1. MSBuild does the work: `dotnet build` and `dotnet test`
# need nothing of this.
#
#   ./build.ps1                        builds; an importable module is in the checkout
#   ./build.ps1 Test                   dotnet test, then the acceptance suite in this PowerShell where Pester 5 or newer is installed
#   ./build.ps1 Analyze                formatting, and PSScriptAnalyzer where it is installed
#   ./build.ps1 Package                out/PeeringTools/<version> and a nupkg
#   ./build.ps1 Accept                 only the acceptance suite, against what was built last
#   ./build.ps1 Install                packages, and copies that into the user's module path of this edition, or into -ModulePath
#   ./build.ps1 Clean, Build -Configuration Release

[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Accept', 'Analyze', 'Package', 'Install')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # A folder of modules, as $env:PSModulePath lists them.
    [string] $ModulePath
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

# A native command says by its exit code that it failed, which neither edition takes for an error by itself.
function Invoke-Dotnet {
    Push-Location $root
    try {
        & dotnet @args
        if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with $LASTEXITCODE." }
    }
    finally { Pop-Location }
}

function Clean {
    Invoke-Dotnet clean --nologo --verbosity quiet
    foreach ($folder in 'lib', 'out') {
        $path = Join-Path $root $folder
        if (Test-Path $path) { Remove-Item $path -Recurse -Force }
    }
}

function Build { Invoke-Dotnet build --nologo --configuration $Configuration }

function Test {
    Invoke-Dotnet test --configuration $Configuration --no-progress
    Accept
}

# The suite of tests/Pester, against the module as it is staged.
function Accept {
    # One that is loaded already is the one that is meant.
    $pester = @(Get-Module Pester) + @(Get-Module Pester -ListAvailable | Sort-Object Version -Descending) |
        Where-Object Version -ge '5.0' | Select-Object -First 1
    if (-not $pester) {
        Write-Warning 'The acceptance suite was not run: it needs Pester 5 or newer (Install-Module Pester).'
        return
    }

    Import-Module $pester.Path
    $run = New-PesterConfiguration
    $run.Run.Path = Join-Path $root 'tests/Pester'
    $run.Run.PassThru = $true
    $run.Output.Verbosity = 'Normal'
    $result = Invoke-Pester -Configuration $run
    if ($result.Result -ne 'Passed') { throw "$($result.FailedCount) acceptance tests failed." }
}

function Analyze {
    Invoke-Dotnet format whitespace --verify-no-changes
    if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        Write-Warning 'The scripts were not analyzed: it needs PSScriptAnalyzer (Install-Module PSScriptAnalyzer).'
        return
    }

    $findings = @(foreach ($path in 'build.ps1', 'PeeringTools.psd1', 'src/Module', 'samples', 'tests/Pester') {
            Invoke-ScriptAnalyzer -Path (Join-Path $root $path) -Recurse -Severity Warning, Error
        })
    $findings
    if ($findings) { throw "PSScriptAnalyzer has $($findings.Count) findings." }
}

# What people get is built without debugging aids. Quoted, because PowerShell makes two arguments of what looks like a parameter with a value.
function Package { Invoke-Dotnet build src/Module '-target:Package' --nologo --configuration Release }

function Install {
    Package
    $version = (Import-PowerShellDataFile (Join-Path $root 'PeeringTools.psd1')).ModuleVersion
    $modules = $ModulePath
    if (-not $modules) { $modules = Get-UserModulePath }
    $target = Join-Path $modules "PeeringTools/$version"
    if (Test-Path $target) { Remove-Item $target -Recurse -Force }
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $root "out/PeeringTools/$version/*") $target -Recurse
    "PeeringTools $version is in $target."
}

# Where this edition looks for a user's own modules.
function Get-UserModulePath {
    $documents = [Environment]::GetFolderPath('MyDocuments')
    if ($PSVersionTable.PSEdition -ne 'Core') { return Join-Path $documents 'WindowsPowerShell/Modules' }
    if ($IsWindows) { return Join-Path $documents 'PowerShell/Modules' }
    $data = $env:XDG_DATA_HOME
    if (-not $data) { $data = Join-Path $HOME '.local/share' }
    Join-Path $data 'powershell/Modules'
}

foreach ($name in $Task) { & $name }
