namespace PeeringTools.Pairs;

/// <summary>One end of a pair: its network as far as it could be read, and the side under it where there is one.</summary>
internal sealed record PairEnd
{
    /// <summary>The network's id; where a side points to nonsense, the text it points to.</summary>
    public required string VirtualNetworkId { get; init; }

    public NetworkFacts? Network { get; init; }

    public PeeringSide? Side { get; init; }

    public RemoteVisibility Visibility { get; init; }

    public string? TenantId { get; init; }

    public static PairEnd Of(NetworkFacts network, PeeringSide? side) => new()
    {
        VirtualNetworkId = network.Id.Text,
        Network = network,
        Side = side,
        Visibility = RemoteVisibility.Found,
    };

    public static PairEnd Unread(string virtualNetworkId, RemoteVisibility visibility) =>
        new() { VirtualNetworkId = virtualNetworkId, Visibility = visibility };
}
