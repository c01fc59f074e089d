# Other runspaces and other processes.

BeforeAll {
    . $PSScriptRoot/Module.ps1
    . $PSScriptRoot/ExampleLab.ps1 HubSpoke
    $connection = Get-PeeringAccount
    $pairs = Get-PeeringPair
}

AfterAll { Disconnect-PeeringAccount -ErrorAction Ignore }

Describe 'Work beside the session' {
    It 'a job in a process of its own gives pairs that bind here' {
        $away = Start-Job { param($manifest) Import-Module $manifest; Start-PeeringLab; Get-PeeringPair } -ArgumentList $manifest | Receive-Job -Wait -AutoRemoveJob
        $away.Count | Should -Be 12
        ($away[0] | Get-PeeringPair).PairId | Should -Be $away[0].PairId
    }

    It 'a report of health from a job in a process of its own has its findings' {
        $away = Start-Job { param($manifest) Import-Module $manifest; Start-PeeringLab -Estate Broken; Test-PeeringHealth } -ArgumentList $manifest | Receive-Job -Wait -AutoRemoveJob
        @($away | Where-Object { "$($_.Verdict)" -eq 'Broken' }).Count | Should -BeGreaterThan 0
        $away.Findings[0].RuleId | Should -Not -BeNullOrEmpty
    }

    It 'a job asks nobody and says so' {
        $job = Start-Job { param($manifest) Import-Module $manifest; Start-PeeringLab; Get-PeeringPair | Remove-PeeringPair -ErrorAction Stop } -ArgumentList $manifest
        { $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop } | Should -Throw -ErrorId 'ConfirmationUnavailable*'
    }
}

if ($PSVersionTable.PSEdition -eq 'Core') {
    Describe 'Runspaces of this process' {
        It 'ForEach-Object -Parallel works with the connection it is given' {
            $ids = $pairs | ForEach-Object -Parallel {
                Import-Module $using:manifest
                (Get-PeeringPair -VirtualNetworkId $_.Local.VirtualNetworkId -Connection $using:connection).PairId
            } -ThrottleLimit 4
            ($ids | Sort-Object) | Should -Be ($pairs.PairId | Sort-Object)
        }

        It 'a thread job works with the connection it is given' {
            $made = Start-ThreadJob {
                Import-Module $using:manifest
                New-PeeringPair $using:spoke $using:hub -Connection $using:connection
            } | Receive-Job -Wait -AutoRemoveJob
            $made.Status | Should -Be Connected
            (Get-PeeringPair $spoke).PairId | Should -Be $made.PairId
        }

        It 'paths are asked side by side with one connection' {
            $verdicts = 2..7 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                (Test-PeeringPath -From "10.$_.0.4" -To 10.0.2.4 -Protocol Tcp -Port 443 -Connection $using:connection).Verdict
            } -ThrottleLimit 3
            "$($verdicts | Group-Object -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" })" | Should -Be '6 Reachable'
        }

        It 'two of them change pairs of one hub and do not disturb each other' {
            $pairs | Select-Object -First 4 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                $_ | Set-PeeringPair -Owner parallel -Connection $using:connection
            } -ThrottleLimit 2 | Out-Null
            @(Get-PeeringPair -Owner parallel).Count | Should -Be 4
        }
    }
}
