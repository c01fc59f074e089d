# Azure Automation: removes every pair whose end has come. Schedule it daily, with the module imported into the account.
#
# The automation account's managed identity needs Network Contributor and Tag Contributor on the subscriptions. Nothing here
# asks: -Force skips the question, and where one would still be due the command fails instead of waiting.
# Receipts are only worth something outside the sandbox, which is gone after the job: give a mounted share of a hybrid worker.

[CmdletBinding()]
param(
    [string[]] $SubscriptionId,

    # How long after its end a pair is still left alone.
    [string] $Grace = '1d',

    # More expired pairs than this are taken for a mistake: the job fails and nothing is touched.
    [int] $MaximumRemoval = 25,

    # The sandbox ends a job after three hours. What is not begun until then waits for the next run.
    [string] $TimeBudget = 'PT2H30M',

    # A file on storage that outlives the job.
    [string] $ReceiptPath,

    # For a user-assigned identity.
    [string] $ClientId,

    # Parks instead of removing.
    [bool] $DisableOnly = $false,

    # Says what would go and removes nothing.
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

$call = @{ Grace = $Grace; MaximumRemoval = $MaximumRemoval; TimeBudget = $TimeBudget; DisableOnly = $DisableOnly; PassThru = $true; Force = $true }
if ($SubscriptionId) { $call.SubscriptionId = $SubscriptionId }
if ($ReceiptPath) { $call.ReceiptPath = $ReceiptPath }

# One pair that fails must not keep the others: errors are collected, and fail the job at its end.
$failures = @()
$ended = @(Remove-ExpiredPeering @call -WhatIf:$Rehearse -ErrorAction Continue -ErrorVariable +failures)
$ended
"$($ended.Count) pairs ended, $($failures.Count) errors."
if ($failures.Count -gt 0) { throw "$($failures.Count) errors; the first: $($failures[0])" }
