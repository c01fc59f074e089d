# Twelve customer spokes of a CSV file are peered with a hub, and each proves that it reaches the shared services and no other spoke.
# On the lab: nothing here is real.
#
#   dotnet run --project src/PeeringTools.Shell -- samples/onboard.ps1        (no PowerShell needed)
#   Import-Module ./PeeringTools.psd1; ./samples/onboard.ps1                  (in PowerShell)
#
# A lab that runs already is taken as it is: Start-PeeringLab -Path ./estate.json, and the sample rehearses your own estate and file.

param(
    # The columns are parameter names of New-PeeringPair.
    [string] $Path = [IO.Path]::Combine($PSScriptRoot, 'onboard.csv'),

    # What every spoke has to reach, straight through its peering: logging and identity.
    [string[]] $Service = ('10.0.2.4', '10.0.2.5'),

    # What everything else that leaves a spoke has to pass.
    [string] $Firewall = '10.0.1.4'
)

$ErrorActionPreference = 'Stop'
$ownLab = $null -eq (Get-PeeringLab -ErrorAction SilentlyContinue)
$https = @{ Protocol = 'Tcp'; Port = 443 }
$policy = [IO.Path]::Combine($PSScriptRoot, 'policies', 'hub-and-spoke.json')

# PeeringTools.Shell has the engine's own commands only; everywhere else this is PowerShell's.
if (-not (Get-Command Import-Csv -ErrorAction Ignore)) {
    function Import-Csv([string] $Path) {
        $names, $lines = [IO.File]::ReadAllLines($Path)
        foreach ($line in $lines) {
            $row, $cells, $i = [ordered]@{}, $line.Split(','), 0
            foreach ($name in $names.Split(',')) { $row[$name] = $cells[$i++] }
            [pscustomobject]$row
        }
    }
}

# Every test counts, and the first that fails is told in its own words.
function Assert-Path([string] $Claim, [object[]] $Path) {
    $failed = @($Path | Where-Object { -not $_.Pass })
    if ($Path.Count -eq 0 -or $failed.Count) { throw "Not proven: $Claim. $($failed.Count) of $($Path.Count) paths are not as expected; the first: $($failed[0])" }
    "   $($Path.Count) paths, $(@($Path | Where-Object LiveAgrees).Count) as Azure says: $Claim"
}

try {
    '1. A hub with its firewall and shared services, and spokes that are peered with nobody:'
    if ($ownLab) {
        Start-PeeringLab -Estate HubSpoke
        Get-PeeringPair | Remove-PeeringPair -Force
    }

    $rows = @(Import-Csv $Path)
    $spokes = @($rows | ForEach-Object VirtualNetworkId)
    $names = @($spokes | ForEach-Object { $_ -replace '.*/' })
    "   $($rows.Count) rows, $(@(Get-PeeringPair).Count) pairs"

    '2. What would the file do, and does the policy allow it with the routes that are there? Nothing is written yet:'
    $plans = @($rows | New-PeeringPair -PolicyPath $policy -PlanOnly)
    $refused = @($plans | Where-Object { $_.Problems.Count })
    if ($refused.Count) { throw "$($refused.Count) rows are refused; the first: $($refused[0].Problems[0])" }
    $impact = $plans | Measure-PeeringImpact @https
    $impact | Out-Host
    $mesh = @($impact.Reach | Where-Object { $_.After -ne 'Blocked' -and ($_.From -replace '/.*') -in $names -and $_.To -in $names })
    "   $($impact.Gained) ways gained, $($impact.Lost) lost, $($impact.WidenedRules.Count) rules widened, $($mesh.Count) ways between spokes"
    if ($mesh.Count) { throw "The file would let a spoke reach another: $($mesh[0])" }

    '3. All rows at once; writes that meet in the hub queue:'
    $pairs = @($rows | New-PeeringPair -PolicyPath $policy)
    $pairs | Out-Host
    $open = @($pairs | Where-Object Status -ne Connected)
    if ($pairs.Count -ne $rows.Count -or $open.Count) { throw "$($pairs.Count) of $($rows.Count) pairs were made, and $($open.Count) of them are not connected." }

    '4. Connected is a state of the control plane. The proof, with what Azure itself says of the first hop:'
    Assert-Path 'every spoke reaches every shared service through its peering' @(
        $spokes | ForEach-Object { Test-PeeringPath -From $_ -To $Service @https -ExpectVerdict Reachable -ExpectNextHop VNetPeering -Live })
    Assert-Path "what leaves a spoke for elsewhere passes the firewall at $Firewall" @(
        $spokes | ForEach-Object { Test-PeeringPath -From $_ -To 203.0.113.10 @https -ExpectVerdict Reachable -ExpectNextHop $Firewall -Live })
    Assert-Path 'no spoke reaches another, by any protocol (predicted)' @(
        foreach ($spoke in $spokes) { Test-PeeringPath -From $spoke -To @($spokes -ne $spoke) -ExpectVerdict Blocked })

    '5. The policy that let them in still holds over all that is there:'
    $reports = @(Test-PeeringPolicy $policy -FailOn Error, Unknown)
    "   $(@($reports | Where-Object Verdict -eq Compliant).Count) of $($reports.Count) pairs keep it"

    '6. A second run finds nothing left to do:'
    "   $(@($rows | New-PeeringPair -PlanOnly | ForEach-Object Steps).Count) steps"
}
finally {
    if ($ownLab) { Stop-PeeringLab }
}
