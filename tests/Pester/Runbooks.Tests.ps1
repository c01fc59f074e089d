# The samples, as an automation account runs them: in a real PowerShell, with nobody to ask. The lab is their session.

BeforeDiscovery {
    $runbooks = foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot '../../samples/runbooks') -Filter *.ps1) { @{ Name = $file.Name } }
}

BeforeAll {
    . $PSScriptRoot/Module.ps1
    $known = @('onboard-spokes.ps1', 'remove-expired.ps1', 'sync-after-resize.ps1', 'weekly-inventory.ps1')

    # Runs a runbook on an estate of the lab, and what looks at the outcome after it. A function comes before a cmdlet of its name.
    function Start-Runbook {
        param([string] $Name, [string] $Estate, [string] $Arguments, [string] $Then)

        $modules = (Join-Path $TestDrive Modules)
        $path = @{ PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath }
        Start-Child @"
Set-Location '$TestDrive'
. '$PSScriptRoot/ExampleLab.ps1' $Estate
function Connect-PeeringAccount { throw 'Whoever rehearses is signed in.' }
`$null = & '$root/samples/runbooks/$Name' $Arguments
$Then
"@ $path
    }

    $null = Install-Copy (Join-Path $TestDrive Modules)
}

Describe 'The runbook <Name>' -ForEach $runbooks {
    It 'is run below' { $known | Should -Contain $Name }

    It 'signs in as the managed identity where there is no session' {
        $place = if ($Name -eq 'onboard-spokes.ps1') { '-Path spokes.csv' } elseif ($Name -eq 'weekly-inventory.ps1') { '-Folder .' }
        $child = @"
function Connect-PeeringAccount { param([switch] `$Identity, `$ClientId) throw "identity `$Identity, client `$ClientId" }
& '$root/samples/runbooks/$Name' $place -ClientId 7c1d
"@
        Start-Child $child @{ PSModulePath = (Join-Path $TestDrive Modules) + [IO.Path]::PathSeparator + $env:PSModulePath } |
            Out-String | Should -Match 'identity True, client 7c1d'
    }
}

Describe 'A runbook' {
    It 'onboards the spokes of a file behind a policy, and proves that they reach the hub' {
        . $PSScriptRoot/ExampleLab.ps1 HubSpoke
        Set-Content (Join-Path $TestDrive spokes.csv) "VirtualNetworkId,RemoteVirtualNetworkId,AllowForwardedTraffic,GatewayTransit`n$spoke,$hub,Local,Remote"
        Stop-PeeringLab
        Set-Content (Join-Path $TestDrive policy.json) '{ "version": 1, "roles": { "hub": { "name": "vnet-hub" }, "spoke": { "name": "vnet-spoke-*" } },
            "unlisted": "forbid", "rules": [ { "id": "terms", "between": ["spoke", "hub"], "flags": { "spoke": { "allowForwardedTraffic": true } } } ] }'
        $arguments = '-Path spokes.csv -PolicyPath policy.json -MustReach 10.0.2.4'
        $count = '"pairs $(@(Get-PeeringPair $spoke).Count)"'

        Start-Runbook onboard-spokes.ps1 HubSpoke "$arguments -Rehearse `$true" $count | Should -Be 'pairs 0'
        Start-Runbook onboard-spokes.ps1 HubSpoke $arguments $count | Should -Be 'pairs 1'
    }

    It 'removes what has ended' {
        Start-Runbook remove-expired.ps1 Migration '-ReceiptPath receipts.jsonl' '"expired $(@(Get-PeeringPair -Expired).Count)"; "receipts $(@(Get-Content receipts.jsonl).Count)"' |
            Should -Be 'expired 0', 'receipts 2'
    }

    It 'syncs what is behind' {
        Start-Runbook sync-after-resize.ps1 Broken '' '"behind $(@(Get-PeeringPair -OutOfSync).Count)"' | Should -Contain 'behind 0'
    }

    It 'writes the inventory of each week' {
        $null = New-Item (Join-Path $TestDrive weeks) -ItemType Directory
        Start-Runbook weekly-inventory.ps1 HubSpoke '-Folder weeks' '(Get-ChildItem weeks).Name' | Should -HaveCount 2
    }
}
