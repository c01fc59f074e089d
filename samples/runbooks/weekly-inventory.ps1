# Azure Automation: the weekly inventory with its evidence, and what has changed since the last one.
#
# The automation account's managed identity needs Reader on the subscriptions. The folder must outlive the job: a mounted
# share of a hybrid worker. An incomplete reading fails the job instead of writing a file with holes.

[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [string[]] $SubscriptionId,

    # For a user-assigned identity.
    [string] $ClientId
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

# .NET has a current folder of its own, which Set-Location does not change.
$Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)

# Named by time, so that the names sort as the weeks do and no run meets the file of another.
$last = [IO.Directory]::GetFiles($Folder, 'peerings-*.csv') | Sort-Object | Select-Object -Last 1
$now = Export-PeeringInventory -Path ([IO.Path]::Combine($Folder, "peerings-$([DateTime]::UtcNow.ToString('yyyyMMdd-HHmmss')).csv")) @scope -PassThru
"$($now.Rows) pairs, SHA-256 $($now.Sha256)"

if ($last) {
    Compare-PeeringInventory -Reference $last -Difference $now -Verify
}
