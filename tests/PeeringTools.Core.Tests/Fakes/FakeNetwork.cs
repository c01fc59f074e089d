using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Fakes;

/// <summary>A virtual network inside the fake, open to a test's hands.</summary>
internal sealed class FakeNetwork
{
    public required ResourceId Id { get; init; }

    public string Location { get; set; } = "westeurope";

    public string ProvisioningState { get; set; } = "Succeeded";

    public string ResourceGuid { get; set; } = Guid.NewGuid().ToString();

    public string Etag { get; set; } = NewEtag();

    public List<string> Prefixes { get; } = [];

    public Dictionary<string, string> Tags { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<PeeringSide> Sides { get; } = [];

    public List<Subnet> Subnets { get; } = [];

    public List<string> DnsServers { get; } = [];

    public List<string> GatewayIds { get; } = [];

    /// <summary>Adds a subnet, open to be changed by <c>with</c> before it is read.</summary>
    public Subnet AddSubnet(string name, string prefix, Func<Subnet, Subnet>? change = null)
    {
        Subnet subnet = new() { Id = $"{Id.Text}/subnets/{name}", Name = name, AddressPrefixes = [prefix] };
        Subnets.Add(change is null ? subnet : change(subnet));
        return Subnets[^1];
    }

    public void Touch() => Etag = NewEtag();

    public PeeringSide? SideTo(ResourceId remote) =>
        Sides.Find(side => string.Equals(side.RemoteVirtualNetworkId, remote.Text, StringComparison.OrdinalIgnoreCase));

    public PeeringSide? SideNamed(string? name) =>
        Sides.Find(side => string.Equals(side.Name, name, StringComparison.OrdinalIgnoreCase));

    public VirtualNetwork Read() => new()
    {
        Id = Id,
        Location = Location,
        Etag = Etag,
        ProvisioningState = ProvisioningState,
        ResourceGuid = ResourceGuid,
        AddressPrefixes = [.. Prefixes],
        Tags = new Dictionary<string, string>(Tags, StringComparer.OrdinalIgnoreCase),
        Peerings = [.. Sides.Select(this.Read)],
        Subnets = [.. Subnets],
        DnsServers = [.. DnsServers],
        GatewayIds = [.. GatewayIds],
    };

    /// <summary>A copy, because what was read once must not change under the reader.</summary>
    public PeeringSide Read(PeeringSide side) => new()
    {
        Exists = true,
        Id = side.Id,
        Name = side.Name,
        VirtualNetworkId = side.VirtualNetworkId,
        VirtualNetworkName = side.VirtualNetworkName,
        ResourceGroupName = side.ResourceGroupName,
        SubscriptionId = side.SubscriptionId,
        TenantId = side.TenantId,
        Location = Location,
        RemoteVirtualNetworkId = side.RemoteVirtualNetworkId,
        PeeringState = side.PeeringState,
        PeeringSyncLevel = side.PeeringSyncLevel,
        ProvisioningState = side.ProvisioningState,
        AllowVirtualNetworkAccess = side.AllowVirtualNetworkAccess,
        AllowForwardedTraffic = side.AllowForwardedTraffic,
        AllowGatewayTransit = side.AllowGatewayTransit,
        UseRemoteGateways = side.UseRemoteGateways,
        DoNotVerifyRemoteGateways = side.DoNotVerifyRemoteGateways,
        PeerCompleteVnets = side.PeerCompleteVnets,
        LocalSubnetNames = side.LocalSubnetNames,
        RemoteSubnetNames = side.RemoteSubnetNames,
        EnableOnlyIPv6Peering = side.EnableOnlyIPv6Peering,
        RemoteAddressSpace = side.RemoteAddressSpace,
        RemoteVirtualNetworkAddressSpace = side.RemoteVirtualNetworkAddressSpace,
        VirtualNetworkAddressSpace = [.. Prefixes],
        RemoteGateways = side.RemoteGateways,
        ResourceGuid = side.ResourceGuid,
        Etag = Etag,
    };

    private static string NewEtag() => $"W/\"{Guid.NewGuid()}\"";
}

/// <summary>A side as the fake read it; it has no members besides those of the model.</summary>
internal sealed class FakeSnapshot(PeeringSide side) : PeeringSnapshot(side);

/// <summary>One call of the port: the method without its Async, and the id it was about.</summary>
internal sealed record FakeCall(string Name, string Id);
