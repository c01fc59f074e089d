# What is known before anything is touched: health, paths, routes, impact, policies, free prefixes, the topology and its pictures.

BeforeAll {
    . $PSScriptRoot/Module.ps1

    # A file of this test, read back by what wrote it.
    function Get-Back { param($Objects) $file = Join-Path $TestDrive back.xml; $Objects | Export-Clixml $file; Import-Clixml $file }
}

AfterAll { Disconnect-PeeringAccount -ErrorAction Ignore }

Describe 'Health' {
    BeforeAll {
        . $PSScriptRoot/ExampleLab.ps1 Broken
        $reports = Test-PeeringHealth
    }

    It 'has a report for each pair, sorted and grouped like anything else' {
        ($reports | Sort-Object Verdict)[0].Verdict | Should -Not -BeNullOrEmpty
        ($reports | Group-Object Verdict | Measure-Object Count -Sum).Sum | Should -Be @(Get-PeeringPair).Count
        @($reports | Where-Object Verdict -eq Broken).Count | Should -BeGreaterThan 0
    }

    It 'names a command that mends, and the command binds' {
        $finding = $reports.Findings | Where-Object RuleId -eq Sync.NotInSync | Select-Object -First 1
        $finding.Remediation | Should -Match '^Sync-PeeringPair '
        $null = & ([scriptblock]::Create($finding.Remediation + ' -Force'))
        @(Get-PeeringPair -OutOfSync).Count | Should -Be 0
    }

    It 'leaves as Clixml and JSON with its findings, and as CSV with a verdict' {
        $broken = @($reports | Where-Object Verdict -eq Broken)[0]
        (Get-Back $broken).Findings[0].RuleId | Should -Be $broken.Findings[0].RuleId
        ($broken | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Findings[0].Message | Should -Be $broken.Findings[0].Message
        ($reports | Select-Object Pair, Verdict | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).Verdict | Should -Be @($reports.Verdict | ForEach-Object { "$_" })
    }

    It 'takes pairs, pairs that were away, and networks of Az.Network' {
        $pair = Get-PeeringPair -Name vnet-onesided
        ($pair | Test-PeeringHealth).Verdict | Should -Be Broken
        (Get-Back $pair | Test-PeeringHealth).Verdict | Should -Be Broken
        @([pscustomobject]@{ PSTypeName = 'Microsoft.Azure.Commands.Network.Models.PSVirtualNetwork'; Name = 'vnet-hub'; Id = $hub } | Test-PeeringHealth).Count |
            Should -Be @(Get-PeeringPair $hub).Count
    }

    It 'says true or false where a gate asks' {
        Test-PeeringHealth -Quiet | Should -BeFalse
        Get-PeeringPair -Name vnet-onesided | Test-PeeringHealth -Rule Sync.* -Quiet | Should -BeOfType bool
    }

    It 'has rules to read about, each with a page' {
        $rules = Get-PeeringHealthRule
        ($rules | Group-Object { $_.Id -replace '\..*' }).Count | Should -BeGreaterThan 5
        foreach ($rule in $rules) { Join-Path $root $rule.HelpUri | Should -Exist }
    }
}

Describe 'Routes and paths' {
    BeforeAll { . $PSScriptRoot/ExampleLab.ps1 HubSpoke }

    It 'a path is reachable or blocked, and says why' {
        $paths = Test-PeeringPath -From 10.1.0.4 -To 10.0.2.4, 10.2.0.4 -Protocol Tcp -Port 443
        "$($paths.Verdict)" | Should -Be 'Reachable Blocked'
        $paths[1].Reason | Should -Match 'DenyOtherSpokes'
        (Get-Back $paths)[1].Reason | Should -Be $paths[1].Reason
        ($paths | ConvertTo-Json -Depth 5 | ConvertFrom-Json)[0].Hops.Count | Should -Be $paths[0].Hops.Count
    }

    It 'an expectation that does not hold is no error, and does not pass' {
        (Test-PeeringPath -From 10.1.0.4 -To 10.2.0.4 -Port 443 -Protocol Tcp -ExpectVerdict Reachable -ErrorAction Stop).Pass | Should -BeFalse
    }

    It 'a path starts at objects of Az.Network too' {
        $nic = [pscustomobject]@{ PSTypeName = 'Microsoft.Azure.Commands.Network.Models.PSNetworkInterface'; Name = 'nic-identity'; Id = $hub -replace 'virtualNetworks/.*', 'networkInterfaces/nic-identity' }
        (Test-PeeringPath -From $nic -To 10.1.0.4 -Live).LiveAgrees | Should -Not -BeNullOrEmpty
    }

    It 'routes are rows that say where each comes from' {
        $file = Join-Path $TestDrive routes.csv
        $routes = [pscustomobject]@{ PSTypeName = 'Microsoft.Azure.Commands.Network.Models.PSVirtualNetwork'; Id = $hub } | Get-PeeringRoute
        $routes | Export-Csv $file -NoTypeInformation
        $rows = Import-Csv $file
        $rows.Count | Should -Be $routes.Count
        @($rows | Where-Object NextHopType -eq VNetPeering | Group-Object Origin).Count | Should -Be 12
    }

    It 'what Azure says can be held against what is predicted' {
        $live = Get-PeeringRoute -NetworkInterfaceId ($hub -replace 'virtualNetworks/.*', 'networkInterfaces/nic-identity') -Live
        $live.Difference | Sort-Object -Unique | Should -BeIn Same, Different, OnlyLive, OnlyPredicted
    }

    It 'a plan is measured before it is carried out, also one from a file' {
        $plan = Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly
        $impact = $plan | Measure-PeeringImpact
        $impact.Lost | Should -BeGreaterThan 0
        (Get-Back $impact).Reach[0].To | Should -Be $impact.Reach[0].To
        @(Get-PeeringPair).Count | Should -Be 12
    }
}

Describe 'Policies and prefixes' {
    BeforeAll {
        . $PSScriptRoot/ExampleLab.ps1 HubSpoke
        $policy = Join-Path $root 'samples/policies/hub-and-spoke.json'
    }

    It 'a policy is held against pairs, here and in a file' {
        $verdicts = Get-PeeringPair | Test-PeeringPolicy $policy
        ($verdicts | Group-Object Verdict).Name | Should -Be Compliant
        Test-PeeringPolicy $policy -Quiet | Should -BeTrue
        @(Get-Back $verdicts | Where-Object Verdict -eq Compliant).Count | Should -Be 12
    }

    It 'a pair that the policy forbids is not made, whatever -Force says' {
        $other = $spoke -replace '13$', '01'
        { New-PeeringPair $spoke $other -PolicyPath $policy -Force -ErrorAction Stop } | Should -Throw
        @(Get-PeeringPair $spoke).Count | Should -Be 0
    }

    It 'a pipeline that has to fail does, after its reports' {
        $strict = Join-Path $TestDrive strict.json
        Set-Content $strict '{ "version": 1, "roles": { "any": { "name": "*" } }, "rules": [ { "id": "none", "between": ["any", "any"], "forbid": true } ] }'
        $script = Join-Path $TestDrive gate.ps1
        Set-Content $script "Import-Module '$manifest'; Start-PeeringLab; @(Test-PeeringPolicy '$strict' | Where-Object Verdict -eq Violated).Count; Test-PeeringPolicy '$strict' -FailOn Error | Out-Null"
        (Start-Child "& '$script'; 'went on'")[0] | Should -Be 12
        { Test-PeeringPolicy $strict -FailOn Error } | Should -Throw -ErrorId 'PolicyViolated*'
    }

    It 'free prefixes are values to go on with' {
        $free = Find-PeeringAddressPrefix 10.0.0.0/8 16 -First 2
        $free.AddressPrefix | Should -Be 10.14.0.0/16, 10.15.0.0/16
        ($free | Select-Object -ExpandProperty AddressPrefix | ForEach-Object { (Find-PeeringAddressPrefix $_ 24 -First 1).AddressPrefix }) | Should -Be 10.14.0.0/24, 10.15.0.0/24
    }
}

Describe 'Topology, pictures and reports' {
    BeforeAll {
        . $PSScriptRoot/ExampleLab.ps1 HubSpoke
        Push-Location $TestDrive
    }

    AfterAll { Pop-Location }

    It 'the graph is an object with rows in it' {
        $topology = Get-PeeringTopology
        ($topology.Nodes | Group-Object Role -NoElement | Sort-Object Count)[-1].Name | Should -Be Spoke
        (Get-Back $topology).Nodes.Count | Should -Be 14
        @($topology.Links | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).Count | Should -Be 12
    }

    It 'a picture is made in each format, from the estate and from pairs that were away' {
        foreach ($format in 'svg', 'mmd', 'dot', 'drawio') { (Export-PeeringDiagram "all.$format" -PassThru).Length | Should -BeGreaterThan 500 }
        Get-Back (Get-PeeringPair $hub) | Export-PeeringDiagram away.svg
        [xml] (Get-Content away.svg -Raw) | Should -Not -BeNullOrEmpty
    }

    It 'a report is one page, and says in numbers what is in it' {
        $report = Export-PeeringReport report.html -PassThru
        $report.Pairs | Should -Be 12
        $report.Sha256 | Should -Match '^[0-9a-f]{64}$'
        (Get-Back $report).Pairs | Should -Be 12
        Get-Content report.html -Raw | Should -Match 'vnet-spoke-12'
    }

    It 'an inventory becomes pairs, a topology and a report without Azure' {
        Export-PeeringInventory inventory.json
        $pairs = Import-PeeringInventory inventory.json -Verify
        (($pairs | Get-PeeringTopology).Nodes | Where-Object Role -eq Hub).Name | Should -Be vnet-hub
        (Export-PeeringReport inventory.html -InputObject $pairs -NoHealth -PassThru).Pairs | Should -Be 12
        Compare-PeeringInventory inventory.json | Should -BeNullOrEmpty
    }

    It 'a file that is there is kept without -Force, and -WhatIf writes none' {
        Set-Content mine.svg mine
        { Export-PeeringDiagram mine.svg -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists*'
        { Export-PeeringReport mine.html -WhatIf; Export-PeeringDiagram mine.dot -WhatIf; Export-PeeringInventory mine.csv -WhatIf } | Should -Not -Throw
        (Get-Item mine.*).Name | Should -Be mine.svg
        Get-Content mine.svg | Should -Be mine
    }
}

Describe 'Everything that comes out' {
    BeforeAll { . $PSScriptRoot/ExampleLab.ps1 Broken }

    It 'can be shown in strict mode as table, list and text: <Line>' -ForEach @(
        @{ Line = 'Get-PeeringAccount' }, @{ Line = 'Get-PeeringLab' }, @{ Line = 'Get-PeeringPair' }, @{ Line = 'Get-PeeringHealthRule' }
        @{ Line = 'Test-PeeringHealth' }, @{ Line = '(Test-PeeringHealth).Findings' }, @{ Line = 'Test-PeeringPath 10.0.0.4 10.50.0.4' }
        @{ Line = 'Get-PeeringRoute $hub' }, @{ Line = 'Get-PeeringTopology' }, @{ Line = '(Get-PeeringTopology).Links' }, @{ Line = 'Find-PeeringAddressPrefix 10.0.0.0/8 16' }
        @{ Line = 'Get-PeeringPair -OutOfSync | Sync-PeeringPair -PlanOnly' }, @{ Line = 'Get-PeeringPair $hub | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact' }
    ) {
        Set-StrictMode -Version Latest
        # Paths of this estate may end nowhere: that is an error of its own, and not the view's.
        $objects = & ([scriptblock]::Create($Line)) -ErrorAction SilentlyContinue
        foreach ($text in ($objects | Out-String), ($objects | Format-Table | Out-String), ($objects | Format-List * | Out-String)) { $text | Should -Not -BeNullOrEmpty }
    }
}
