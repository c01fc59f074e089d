using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>A subnet and the network it is in.</summary>
internal sealed record SubnetPlace(VirtualNetwork Network, Subnet Subnet)
{
    public override string ToString() => $"{Network.Id.Name}/{Subnet.Name}";
}
