# As a user meets the module: found by its name, loaded by its first command.

BeforeAll { . $PSScriptRoot/Module.ps1 }

Describe 'An installed module' {
    BeforeAll {
        $version = (Import-PowerShellDataFile $manifest).ModuleVersion
        $installed = Join-Path $TestDrive "Modules/PeeringTools/$version"
        $null = New-Item $installed -ItemType Directory -Force
        Copy-Item (Join-Path $root 'PeeringTools.psd1'), (Join-Path $root 'lib'), (Join-Path $root 'en-US') $installed -Recurse
        $paths = @{ PSModulePath = (Join-Path $TestDrive 'Modules') + [IO.Path]::PathSeparator + $env:PSModulePath }
    }

    It 'is loaded by the first command that needs it' {
        $output = Start-Child 'Start-PeeringLab -Estate Broken; (Get-PeeringPair -OutOfSync).Count; (Get-Module PeeringTools).ModuleBase' $paths
        $output | Should -Be @('1', $installed)
    }

    It 'can be read about before it is loaded' {
        $output = Start-Child '(Get-Help Sync-PeeringPair).Synopsis; (Get-Help about_PeeringTools_Lab) -match "stand-in"; [bool](Get-Module PeeringTools)' $paths
        $output[0] | Should -Match 'prefixes'
        $output[1] | Should -Be 'True'
    }

    It 'can be removed and loaded again' {
        Start-Child 'Import-Module PeeringTools; Remove-Module PeeringTools; Import-Module PeeringTools; @(Get-Command -Module PeeringTools).Count' $paths |
            Should -Be "$(@($commands).Count)"
    }

    It 'has a manifest that PowerShell finds no fault with' {
        Test-ModuleManifest (Join-Path $installed 'PeeringTools.psd1') -WarningVariable warnings | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }
}
