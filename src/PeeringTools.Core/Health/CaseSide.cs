using Half = PeeringTools.Changes.Half;

namespace PeeringTools.Health;

/// <summary>One side of the pair at hand, with its network where that was read.</summary>
internal sealed record CaseSide(Half Half, PeeringSide Side, VirtualNetwork? Network)
{
    public PeeringDirection Direction => Half == Half.Local ? PeeringDirection.Local : PeeringDirection.Remote;

    public string Name => Side.VirtualNetworkName;

    public bool Exists => Side.Exists;

    /// <summary>The network's present prefixes; empty where they are not known.</summary>
    public IReadOnlyList<string> Space => Network?.AddressPrefixes ?? Side.VirtualNetworkAddressSpace;

    /// <summary>True where traffic of the peer can come in as far as this side's own switch goes.</summary>
    public bool IsOpen => Side is { Exists: true, AllowVirtualNetworkAccess: true };
}
