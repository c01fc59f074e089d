# As a user meets the module: found by its name, loaded by its first command.

BeforeAll { . $PSScriptRoot/Module.ps1 }

Describe 'An installed module' {
    BeforeAll {
        $installed = Install-Copy (Join-Path $TestDrive Modules)
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

    It 'has no address of the web for its help, and says so instead of opening a wrong one' {
        Start-Child 'try { Get-Help Get-PeeringPair -Online } catch { $_.FullyQualifiedErrorId }; (Get-Command -Module PeeringTools | Where-Object HelpUri).Name' $paths |
            Should -Be 'InvalidOperation,Microsoft.PowerShell.Commands.GetHelpCommand'
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
