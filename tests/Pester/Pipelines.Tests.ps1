# Pairs among the commands everybody uses.

BeforeAll {
    . $PSScriptRoot/Module.ps1
    . $PSScriptRoot/ExampleLab.ps1 HubSpoke
    $pairs = Get-PeeringPair
}

AfterAll { Disconnect-PeeringAccount -ErrorAction Ignore }

Describe 'Pairs and the commands of PowerShell' {
    It 'sort, group and measure by what a person sees' {
        ($pairs | Sort-Object LocalVirtualNetworkName -Descending)[0].LocalVirtualNetworkName | Should -Be vnet-spoke-12
        ($pairs | Group-Object Status).Name | Should -Be Connected
        ($pairs | Group-Object RemoteVirtualNetworkName -NoElement).Count | Should -Be 12
        ($pairs | Select-Object -First 3 | Measure-Object).Count | Should -Be 3
    }

    It 'become rows that say both sides, and rows become pairs again' {
        $file = Join-Path $TestDrive pairs.csv
        $pairs | Export-Csv $file -NoTypeInformation
        $rows = Import-Csv $file
        $rows.Count | Should -Be 12
        $rows[0].LocalVirtualNetworkId | Should -Be $pairs[0].Local.VirtualNetworkId
        $rows[0].RemotePeeringState | Should -Be Connected
        ($rows[0] | New-PeeringPair -RemoteVirtualNetworkId $rows[0].RemoteVirtualNetworkId -PlanOnly).Steps | Should -BeNullOrEmpty
    }

    It 'are changed by every command in every form they come back in: <_>' -ForEach @(
        'Set-PeeringPair -AllowForwardedTraffic Both', 'Sync-PeeringPair', 'Repair-PeeringPair', 'Remove-PeeringPair') {
        $change = [scriptblock]::Create("`$input | $_ -PlanOnly")
        $pairs | Export-Csv (Join-Path $TestDrive forms.csv) -NoTypeInformation
        $pairs | Export-Clixml (Join-Path $TestDrive forms.xml)
        Export-PeeringInventory (Join-Path $TestDrive inventory.csv) -Force
        $forms = @{
            live      = $pairs
            clixml    = Import-Clixml (Join-Path $TestDrive forms.xml)
            csv       = Import-Csv (Join-Path $TestDrive forms.csv)
            inventory = Import-Csv (Join-Path $TestDrive inventory.csv)
            selected  = $pairs | Select-Object *
            columns   = $pairs | Select-Object PairId, LocalVirtualNetworkId, RemoteVirtualNetworkId
            reports   = Test-PeeringHealth
        }
        foreach ($form in $forms.Keys) { "$form $(@($forms[$form] | & $change).Count)" | Should -Be "$form 12" }
    }

    It 'become JSON with both sides in it' {
        $json = $pairs[0] | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $json.Local.VirtualNetworkId | Should -Be $pairs[0].Local.VirtualNetworkId
        $json.Remote.PeeringState | Should -Be Connected
    }

    It 'come back from Clixml and bind' {
        $file = Join-Path $TestDrive pairs.xml
        $pairs | Export-Clixml $file
        $back = Import-Clixml $file
        $back[3].Local.VirtualNetworkId | Should -Be $pairs[3].Local.VirtualNetworkId
        ($back[3] | Get-PeeringPair).PairId | Should -Be $pairs[3].PairId
        ($back[3] | Set-PeeringPair -AllowForwardedTraffic Both -PlanOnly).Steps.Count | Should -BeGreaterThan 0
    }

    It 'stop a scan that has given enough' { (Get-PeeringPair | Select-Object -First 1).PairId | Should -Not -BeNullOrEmpty }

    It 'show as a table and as a list' {
        $pairs | Out-String | Should -Match 'vnet-spoke-01 +vnet-hub +(\S )?Connected'
        $pairs[0] | Format-List | Out-String | Should -Match 'PairId'
        $pairs | Format-Table PairId, Owner | Out-String | Should -Match $pairs[0].PairId
    }
}

Describe 'Objects of other modules' {
    It 'a network as Az.Network gives it is a network' {
        $az = [pscustomobject]@{ PSTypeName = 'Microsoft.Azure.Commands.Network.Models.PSVirtualNetwork'; Name = 'vnet-hub'; ResourceGroupName = 'x'; Id = $hub; Location = 'y' }
        @($az | Get-PeeringPair).Count | Should -Be 12
    }

    It 'a peering as Az.Network gives it means its network' {
        $az = [pscustomobject]@{ Name = 'p'; Id = $pairs[0].Remote.Id; RemoteVirtualNetwork = [pscustomobject]@{ Id = $pairs[0].Local.VirtualNetworkId } }
        @($az | Get-PeeringPair).Count | Should -Be 12
        ($az | Sync-PeeringPair -PlanOnly).PairId | Should -Be $pairs[0].PairId
    }

    It 'a row of Resource Graph and the output of az are networks' {
        @([pscustomobject]@{ ResourceId = $hub; subscriptionId = 'x' } | Get-PeeringPair).Count | Should -Be 12
        @("[{ ""id"": ""$hub"", ""name"": ""vnet-hub"" }]" | ConvertFrom-Json | Get-PeeringPair).Count | Should -Be 12
    }

    It 'a row of a CSV says how a pair is to be' {
        $file = Join-Path $TestDrive spokes.csv
        Set-Content $file "VirtualNetworkId,RemoteVirtualNetworkId,GatewayTransit,AllowForwardedTraffic,Ticket,LocalName`n$spoke,$hub,Remote,false,CHG1,"
        $made = Import-Csv $file | New-PeeringPair
        $made.Local.UseRemoteGateways, $made.Remote.AllowGatewayTransit, $made.Ticket | Should -Be $true, $true, CHG1
        $made | Remove-PeeringPair -Confirm:$false
    }
}
