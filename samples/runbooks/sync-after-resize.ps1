# Azure Automation: lets every pair that is behind take over the other network's present prefixes. Schedule it, or run it after a resize.
#
# The automation account's managed identity needs PeeringTools Operator (samples/roles) on both networks of each pair.
# A side that belongs to another operator is an error that carries the command for them; the other pairs are still synced.

[CmdletBinding()]
param(
    # Networks that were resized. Without any: every pair in the subscriptions that is behind.
    [string[]] $VirtualNetworkId,

    [string[]] $SubscriptionId,

    # The sandbox ends a job after three hours. What is not begun until then waits for the next run.
    [string] $TimeBudget = 'PT2H30M',

    # For a user-assigned identity.
    [string] $ClientId,

    # Says what would be synced and writes nothing.
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

$scope = @{}
if ($SubscriptionId) { $scope.SubscriptionId = $SubscriptionId }

$pairs = if ($VirtualNetworkId) { $VirtualNetworkId | Get-PeeringPair -OutOfSync } else { Get-PeeringPair -OutOfSync @scope }

$failures = @()
$synced = @($pairs | Sync-PeeringPair -TimeBudget $TimeBudget -Force -WhatIf:$Rehearse -ErrorAction Continue -ErrorVariable +failures)
$synced
"$($synced.Count) pairs synced, $($failures.Count) errors."
if ($failures.Count -gt 0) { throw "$($failures.Count) errors; the first: $($failures[0])" }
