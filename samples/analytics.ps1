# A network that was peered with a hub in the belief that this reaches the hub's other spokes: why it does not, what would change it, and
# the proof that it did. On the lab: nothing here is real.
#
#   dotnet run --project src/PeeringTools.Shell -- samples/analytics.ps1      (no PowerShell needed)
#   Import-Module ./PeeringTools.psd1; ./samples/analytics.ps1                (in PowerShell)
#
# A lab that runs already is taken as it is.

param(
    # The firewall in the hub that everything between spokes has to pass.
    [string] $Firewall = '10.0.1.4'
)

$ErrorActionPreference = 'Stop'
$ownLab = $null -eq (Get-PeeringLab -ErrorAction SilentlyContinue)
$https = @{ Protocol = 'Tcp'; Port = 443 }

try {
    '1. A hub, three classrooms, and the analytics network. All are Connected:'
    if ($ownLab) { Start-PeeringLab -Estate Analytics }
    $pairs = @(Get-PeeringPair)
    $pairs | Out-Host
    $sides = @($pairs | ForEach-Object { $_.Local, $_.Remote })
    $analytics = @($sides | Where-Object VirtualNetworkName -eq vnet-analytics)[0].VirtualNetworkId
    $classrooms = @($sides | Where-Object VirtualNetworkName -like vnet-classroom-* | ForEach-Object VirtualNetworkId)

    '2. The rehearsal fails. Why?'
    $broken = @(Test-PeeringPath -From $analytics -To $classrooms @https -ExpectVerdict Blocked)
    $broken | Out-Host
    if (@($broken | Where-Object { -not $_.Pass }).Count) { throw "Nothing to mend here: $($broken[0])" }

    '3. A proper spoke takes a flag at its peering and a route table at its subnet. What would each change, and both together?'
    $flag = Get-PeeringPair -VirtualNetworkId $analytics | Set-PeeringPair -AllowForwardedTraffic Local -PlanOnly
    $table = @{
        SubnetId     = "$analytics/subnets/snet-ingest"
        RouteTableId = $analytics -replace 'virtualNetworks/vnet-analytics', 'routeTables/rt-analytics'
    }
    $alone = $flag | Measure-PeeringImpact @https
    "   the flag alone: $($alone.Gained) ways gained, $($alone.Lost) lost"
    $together = $flag | Measure-PeeringImpact @table @https
    "   with the route table: $($together.Gained) ways gained, $($together.Lost) lost"
    $together.Reach | Out-Host
    $past = @($together.Reach | Where-Object { $_.Kind -ne 'Gained' -or $_.NextHopAfter -ne "VirtualAppliance $Firewall" })
    if ($together.Gained -ne 2 * $classrooms.Count -or $past.Count) {
        throw "The design does not hold: $($together.Gained) of $(2 * $classrooms.Count) ways gained, $($past.Count) of another kind or past the firewall."
    }

    '4. Do it. PeeringTools changes peerings; the route table is what az network vnet subnet update --route-table does:'
    $null = Get-PeeringPair -VirtualNetworkId $analytics | Set-PeeringPair -AllowForwardedTraffic Local
    $subnet = "$($table.SubnetId)?api-version=2024-05-01"
    $body = (Invoke-PeeringLabRequest $subnet).Body -replace '"properties":\{', "`"properties`":{`"routeTable`":{`"id`":`"$($table.RouteTableId)`"},"
    $answer = Invoke-PeeringLabRequest $subnet PUT $body
    "   flag set, route table of snet-ingest: $($answer.Status)"

    '5. The proof, there and back, and what Azure itself says of the first hop:'
    $expected = @{ ExpectVerdict = 'Reachable'; ExpectNextHop = $Firewall; Live = $true }
    $paths = @(
        Test-PeeringPath -From $analytics -To $classrooms @https @expected
        foreach ($classroom in $classrooms) { Test-PeeringPath -From $classroom -To $analytics @https @expected }
    )
    $paths | Out-Host
    $unproven = @($paths | Where-Object { -not $_.Pass })
    if ($unproven.Count) { throw "Not proven: $($unproven[0])" }
    $around = @($paths | Where-Object { $Firewall -notin @($_.Hops | Where-Object Direction -eq Return | ForEach-Object NextHopIpAddress) })
    if ($around.Count) { throw "The answer passes the firewall by: $($around[0].From -replace '.*/') - $($around[0].To -replace '.*/')" }
    "   $($paths.Count) paths Reachable through $Firewall there and back, $(@($paths | Where-Object LiveAgrees).Count) as Azure says"

    '6. Packets arrive; do names? What health still finds, with the command that mends it:'
    $report = Test-PeeringHealth -VirtualNetworkId $analytics -MinimumSeverity Warning
    $report.Findings | ForEach-Object { "   $($_.RuleId): $($_.Message)"; "   $($_.Remediation)" }
    $zone = ($report.Pair.Remote.VirtualNetworkId -replace '/virtualNetworks/.*') + '/privateDnsZones/classroom.contoso.example'
    $link = "{`"location`":`"global`",`"properties`":{`"registrationEnabled`":false,`"virtualNetwork`":{`"id`":`"$analytics`"}}}"
    $null = Invoke-PeeringLabRequest "$zone/virtualNetworkLinks/link-vnet-analytics?api-version=2020-06-01" PUT $link
    $report = Test-PeeringHealth -VirtualNetworkId $analytics -MinimumSeverity Warning
    "   $($report.Verdict) after it"
    if (-not $report.Healthy) { throw "Not proven: $($report.Findings[0])" }
}
finally {
    if ($ownLab) { Stop-PeeringLab }
}
