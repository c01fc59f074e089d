using PeeringTools.Surroundings;

namespace PeeringTools;

/// <summary>What pairs need to know of a virtual network; everything else in its body is skipped while it is read.</summary>
internal sealed record VirtualNetwork
{
    public required ResourceId Id { get; init; }

    public string Location { get; init; } = "";

    public string? Etag { get; init; }

    public string? ProvisioningState { get; init; }

    /// <summary>Changes when a network is deleted and made again under the same id.</summary>
    public string? ResourceGuid { get; init; }

    public IReadOnlyList<string> AddressPrefixes { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags;

    /// <summary>The sides that live under this network. Tenant is filled in where the subscription's is known.</summary>
    public IReadOnlyList<PeeringSide> Peerings { get; init; } = [];

    public IReadOnlyList<Subnet> Subnets { get; init; } = [];

    /// <summary>Custom DNS servers; empty where Azure's own answers.</summary>
    public IReadOnlyList<string> DnsServers { get; init; } = [];

    /// <summary>
    /// Ids of the gateways and Route Servers that really stand in GatewaySubnet or RouteServerSubnet. An empty
    /// GatewaySubnet is none: Azure still answers RemoteVnetHasNoGateways.
    /// </summary>
    public IReadOnlyList<string> GatewayIds { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, string> EmptyTags = new Dictionary<string, string>();
}
