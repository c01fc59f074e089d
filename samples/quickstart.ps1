# A first walk with one pair, on the lab: nothing here is real and nothing leaves this machine.
#
#   dotnet run --project src/PeeringTools.Shell -- samples/quickstart.ps1     (no PowerShell needed)
#   Import-Module ./PeeringTools.psd1; ./samples/quickstart.ps1               (in PowerShell)

$ErrorActionPreference = 'Stop'

'1. A hub with twelve spokes, in a stand-in for Azure:'
Start-PeeringLab -Estate HubSpoke

'2. Every peering as a pair, both sides in one row:'
$pairs = Get-PeeringPair
$pairs

$hub, $neighbour = $pairs[0].Remote.VirtualNetworkId, $pairs[0].Local.VirtualNetworkId
$spoke = $neighbour -replace 'spoke-01', 'spoke-13'

'3. Before a change, the plan in words. -WhatIf writes nothing:'
New-PeeringPair -VirtualNetworkId $spoke -RemoteVirtualNetworkId $hub -WhatIf

'4. The thirteenth spoke, both sides with one command:'
$pair = New-PeeringPair -VirtualNetworkId $spoke -RemoteVirtualNetworkId $hub
$pair

"   $($pair.Local.VirtualNetworkName) says $($pair.Local.PeeringState), $($pair.Remote.VirtualNetworkName) says $($pair.Remote.PeeringState)."

'5. Both sides gone again:'
$pair | Remove-PeeringPair -Force
$left = Get-PeeringPair -VirtualNetworkId $spoke
"   $($spoke -replace '.*/') has $(@($left).Count) pairs left."

Stop-PeeringLab
