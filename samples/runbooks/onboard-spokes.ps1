# Azure Automation or a pipeline: peers the spokes of a CSV file with their hub, behind a policy, and proves each afterwards.
#
# The file's columns are parameter names of New-PeeringPair: VirtualNetworkId, RemoteVirtualNetworkId, and whatever else a row needs
# (AllowForwardedTraffic, GatewayTransit, Owner, Ticket, Lifetime ...). A blank cell is 'not given'. Running it again changes nothing.

[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    # A policy that every finished pair has to keep; see samples/policies.
    [string] $PolicyPath,

    # A service in the hub that every spoke has to reach, as an address.
    [string] $MustReach,

    # The TCP port of that service: without one, rules that name ports leave open whether it is reached.
    [int] $Port = 443,

    # The appliance the way has to lead through; without it any way will do.
    [string] $Through,

    # For a user-assigned identity.
    [string] $ClientId,

    # Shows the plans and writes nothing.
    [bool] $Rehearse = $false
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Get-Module PeeringTools)) { Import-Module PeeringTools }

# A job has no session yet. Where there is one, as in the lab, the runbook is rehearsed on it.
if (-not (Get-PeeringAccount -ErrorAction SilentlyContinue)) {
    $identity = @{ Identity = $true }
    if ($ClientId) { $identity.ClientId = $ClientId }
    Connect-PeeringAccount @identity
}

$terms = @{}
if ($PolicyPath) { $terms.PolicyPath = $PolicyPath }
if ($Rehearse) {
    Import-Csv $Path | New-PeeringPair @terms -PlanOnly
    return
}

# One spoke that is refused must not keep the others: errors are collected, and fail the job at its end.
$failures = @()
$pairs = @(Import-Csv $Path | New-PeeringPair @terms -ErrorAction Continue -ErrorVariable +failures)
$pairs

if ($MustReach) {
    $expected = @{ Protocol = 'Tcp'; Port = $Port; ExpectVerdict = 'Reachable' }
    if ($Through) { $expected.ExpectNextHop = $Through }
    $paths = @($pairs | ForEach-Object { Test-PeeringPath -From $_.Local.VirtualNetworkId -To $MustReach @expected })
    $paths
    $lost = @($paths | Where-Object { -not $_.Pass })
    if ($lost.Count -gt 0) { throw "$($lost.Count) spokes do not reach $MustReach as they have to; the first: $($lost[0])" }
}

if ($failures.Count -gt 0) { throw "$($failures.Count) rows were refused; the first: $($failures[0])" }
