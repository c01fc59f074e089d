# What a user sets for all commands, these obey too.

BeforeAll { . $PSScriptRoot/Module.ps1 }

Describe 'In a session' {
    BeforeEach { . $PSScriptRoot/ExampleLab.ps1 HubSpoke }

    AfterEach { Disconnect-PeeringAccount -ErrorAction Ignore }

    Context 'Errors' {
        BeforeAll { $nowhere = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/none' }

        It 'one item that fails does not stop the others' {
            $found = $nowhere, $hub | Get-PeeringPair -ErrorAction SilentlyContinue -ErrorVariable problems
            $found.Count | Should -Be 12
            $problems.Count | Should -Be 1
            $problems[0].FullyQualifiedErrorId | Should -Match '^\w+,PeeringTools\.'
        }

        It 'Stop makes a terminating one of it, Ignore leaves none' {
            { Get-PeeringPair $nowhere -ErrorAction Stop } | Should -Throw
            $Error.Clear()
            Get-PeeringPair $nowhere -ErrorAction Ignore
            $Error | Should -BeNullOrEmpty
        }

        It '$ErrorActionPreference is the same as the parameter' {
            $ErrorActionPreference = 'Stop'
            { Get-PeeringPair $nowhere } | Should -Throw
        }

        It 'strict mode finds nothing to complain about' {
            Set-StrictMode -Version Latest
            $pair = (Get-PeeringPair)[0]
            foreach ($property in $pair.PSObject.Properties) { $null = $property.Value }
            $pair | Format-List | Out-String | Should -Not -BeNullOrEmpty
        }
    }

    Context 'Questions' {
        It '-WhatIf and $WhatIfPreference write nothing' {
            New-PeeringPair $spoke $hub -WhatIf
            $WhatIfPreference = $true
            (Get-PeeringPair $hub)[0] | Remove-PeeringPair
            $WhatIfPreference = $false
            (Get-PeeringLab).Requests | Where-Object Method -in PUT, PATCH, DELETE | Should -BeNullOrEmpty
        }

        It '-PlanOnly writes nothing and gives the plan' {
            (New-PeeringPair $spoke $hub -PlanOnly).Steps.Count | Should -Be 2
            (Get-PeeringLab).Requests | Where-Object Method -eq PUT | Should -BeNullOrEmpty
        }

        It '-Confirm:$false and -Force both remove without a question' {
            $two = Get-PeeringPair $hub | Select-Object -First 2
            $two[0] | Remove-PeeringPair -Confirm:$false
            $two[1] | Remove-PeeringPair -Force
            @(Get-PeeringPair).Count | Should -Be 10
        }

        It 'a host that cannot ask gets an error before the first write' {
            $output = Start-Child "Import-Module '$manifest'; Start-PeeringLab; try { Get-PeeringPair | Remove-PeeringPair } catch { `$_.FullyQualifiedErrorId }; @(Get-PeeringPair).Count"
            $output[0] | Should -BeLike 'ConfirmationUnavailable*'
            $output[1] | Should -Be 12
        }

        It 'a host that cannot ask is not asked for what is not dangerous' {
            Start-Child "Import-Module '$manifest'; Start-PeeringLab; (Get-PeeringPair)[0] | Set-PeeringPair -AllowForwardedTraffic Both | ForEach-Object Status" | Should -Be Connected
        }
    }

    Context 'Tab completion' {
        It 'knows <Line>' -ForEach @(
            @{ Line = 'Start-PeeringLab -Estate Br'; Gives = 'Broken' }
            @{ Line = 'Get-PeeringPair -Status Discon'; Gives = 'Disconnected' }
            @{ Line = 'Set-PeeringPair -AllowForwardedTraffic Bo'; Gives = 'Both' }
            @{ Line = 'Get-PeeringPair -Virt'; Gives = '-VirtualNetworkId' }
            @{ Line = 'Sync-Peer'; Gives = 'Sync-PeeringPair' }
            @{ Line = 'Test-PeeringHealth -Rule Sync.S'; Gives = 'Sync.StaleCopy' }
            @{ Line = 'Get-PeeringHealthRule Lifecycle.RecordL'; Gives = 'Lifecycle.RecordLost' }
            @{ Line = 'Test-PeeringHealth -MinimumSeverity Inf'; Gives = 'Information' }
            @{ Line = 'Test-PeeringPath -ExpectVerdict Bl'; Gives = 'Blocked' }
            @{ Line = 'Test-PeeringPolicy -FailOn Unk'; Gives = 'Unknown' }
            @{ Line = 'Export-PeeringDiagram -Format draw'; Gives = 'drawio' }
            @{ Line = 'Export-PeeringDiagram -GroupBy Reg'; Gives = 'Region' }
            @{ Line = 'Measure-PeeringImpact -AddAd'; Gives = '-AddAddressPrefix' }
            @{ Line = 'Get-PeeringTopology -Source ResourceG'; Gives = 'ResourceGraph' }
        ) {
            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Gives
        }

        It 'knows the networks that were seen, wherever one is asked for: <_>' -ForEach 'Get-PeeringPair', 'Get-PeeringRoute', 'Test-PeeringPath', 'Get-PeeringTopology' {
            $line = "$_ vnet-spoke-0"
            (TabExpansion2 $line $line.Length).CompletionMatches.Count | Should -BeGreaterThan 5
        }
    }
}
