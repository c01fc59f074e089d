# A migration's temporary bridges, from approval to proof of removal, on the lab: nothing here is real.
#
#   dotnet run --project src/PeeringTools.Shell -- samples/migration.ps1      (no PowerShell needed)
#   Import-Module ./PeeringTools.psd1; ./samples/migration.ps1                (in PowerShell)
#
# A lab that runs already is taken as it is.

$ErrorActionPreference = 'Stop'
$ownLab = $null -eq (Get-PeeringLab -ErrorAction SilentlyContinue)
$folder = [IO.Directory]::CreateDirectory([IO.Path]::Combine([IO.Path]::GetTempPath(), "migration-$([guid]::NewGuid())")).FullName
$ticket = 'CHG0050001'

try {
    '1. An old landing zone, a new one, and two bridges of earlier changes, one of them overdue since 2024:'
    if ($ownLab) { Start-PeeringLab -Estate Migration }
    Get-PeeringPair -Ticket *

    '2. Two more bridges for six weeks, each with its ticket and owner; -WhatIf first:'
    $ids = @{}
    foreach ($pair in Get-PeeringPair) { foreach ($side in $pair.Local, $pair.Remote) { $ids[$side.VirtualNetworkName] = $side.VirtualNetworkId } }
    $spare = $ids['vnet-platform-03'] -replace 'platform-03', 'platform-04'
    $record = @{ Lifetime = '42d'; Owner = 'orders@contoso.example'; Ticket = $ticket }
    New-PeeringPair -VirtualNetworkId $ids['vnet-legacy-01'] -RemoteVirtualNetworkId $spare @record -WhatIf
    New-PeeringPair -VirtualNetworkId $ids['vnet-legacy-01'] -RemoteVirtualNetworkId $spare @record
    New-PeeringPair -VirtualNetworkId $ids['vnet-legacy-04'] -RemoteVirtualNetworkId $ids['vnet-platform-03'] @record

    # From the archive's application over each bridge that will end to its database: Tcp 1433.
    $bridges = @{ 'vnet-legacy-04' = 'vnet-platform-03'; 'vnet-legacy-03' = 'vnet-platform-02' }
    $ways = { param($Verdict) foreach ($old in $bridges.Keys) { Test-PeeringPath $ids[$old] $ids[$bridges[$old]] -Protocol Tcp -Port 1433 -ExpectVerdict $Verdict -Live } }
    $open = @(& $ways Reachable)
    "   $(@($open | Where-Object Pass).Count) of $($open.Count) archives reach their database over a bridge"
    if (@($open | Where-Object { -not $_.Pass }).Count) { throw "A bridge carries nothing: $(@($open | Where-Object { -not $_.Pass })[0])" }

    '3. The inventory as it was approved, with its evidence and digest beside it:'
    $approved = Export-PeeringInventory -Path ([IO.Path]::Combine($folder, 'approved.csv')) -PassThru
    "   $($approved.Rows) pairs, SHA-256 $($approved.Sha256)"

    '4. Week by week: is everything of the ticket still as approved?'
    foreach ($week in 1..5) {
        Set-PeeringLab -AdvanceClock 7d
        $null = Export-PeeringInventory -Path ([IO.Path]::Combine($folder, "week-$week.csv"))
        $changes = @(Compare-PeeringInventory -Reference $approved -Ticket $ticket -Verify)
        "   week ${week}: $(@($changes | Where-Object AsApproved).Count) of $($changes.Count) as approved"
        if (@($changes | Where-Object { -not $_.AsApproved }).Count) { throw "Week $week is not as approved." }
    }

    '5. Two weeks later their end has come. What would go?'
    Set-PeeringLab -AdvanceClock 14d
    $before = Export-PeeringInventory -Path ([IO.Path]::Combine($folder, 'before.csv')) -PassThru
    Remove-ExpiredPeering -WhatIf
    $untouched = Export-PeeringInventory -Path ([IO.Path]::Combine($folder, 'untouched.csv')) -PassThru
    if ($untouched.Sha256 -ne $before.Sha256) { throw '-WhatIf has changed something.' }

    '6. Both sides of each are removed, with a line of proof before and after:'
    $receipts = [IO.Path]::Combine($folder, 'receipts.jsonl')
    Remove-ExpiredPeering -ReceiptPath $receipts -MaximumRemoval 5 -ChangeReference $ticket -Force -PassThru |
        ForEach-Object { "   $($_.PairId) ($($_.Ticket)): $($_.RemovedIds.Count) sides removed" }
    "   $([IO.File]::ReadAllLines($receipts).Count) receipts"

    '7. Proof: gone when they should be, in two inventories with their digests:'
    $after = Export-PeeringInventory -Path ([IO.Path]::Combine($folder, 'after.csv')) -PassThru
    "   before: $($before.Rows) pairs, SHA-256 $($before.Sha256)"
    "   after:  $($after.Rows) pairs, SHA-256 $($after.Sha256)"
    $verdicts = @(Compare-PeeringInventory -Reference $before -Difference $after -Ticket $ticket -Verify)
    $verdicts | ForEach-Object { "   $($_.Change) $($_.Pair.Local.VirtualNetworkName) - $($_.Pair.Remote.VirtualNetworkName), as approved: $($_.AsApproved)" }
    if ($verdicts.Count -ne 2 -or @($verdicts | Where-Object { $_.Change -ne 'Gone' -or -not $_.AsApproved }).Count) { throw 'Not proven.' }
    $closed = @(& $ways Blocked)
    $closed | ForEach-Object { "   $($_.From -replace '.*/') - $($_.To -replace '.*/') $($_.Verdict): $($_.Reason)" }
    if (@($closed | Where-Object { -not $_.Pass }).Count) { throw "Something still gets through: $(@($closed | Where-Object { -not $_.Pass })[0])" }

    '8. A second run finds nothing left to do:'
    $again = @(Remove-ExpiredPeering -ReceiptPath $receipts -Force -PassThru)
    "   $($again.Count) pairs removed, $(@(Get-PeeringPair -Expired).Count) expired pairs left."
}
finally {
    if ($ownLab) { Stop-PeeringLab }
    [IO.Directory]::Delete($folder, $true)
}
