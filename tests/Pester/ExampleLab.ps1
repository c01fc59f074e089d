# Where an example of the help runs: on a fresh lab with the estate that its code names (HubSpoke where it names none), with two networks to
# talk about. Dot-source it. The xunit tests use it in an engine that has no other module's commands, so it uses none either.
#
#   $hub     a hub with pairs
#   $spoke   a network that the hub has no pair with yet; in Broken, one that has grown since its pair was made

param([Parameter(Mandatory)] [string] $Estate)

Start-PeeringLab -Estate $Estate
$ids = foreach ($pair in Get-PeeringPair) { $pair.Local.VirtualNetworkId; $pair.Remote.VirtualNetworkId }
$hub = @($ids -match '/vnet-(platform-)?hub$')[0]
$spoke = @($ids -match '/vnet-(spoke-12|platform-03|resized)$')[0] -replace 'spoke-12$', 'spoke-13' -replace 'platform-03$', 'platform-04'
