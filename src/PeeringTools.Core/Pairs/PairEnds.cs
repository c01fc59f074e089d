namespace PeeringTools.Pairs;

/// <summary>The networks of a pair that came in from outside: a pipeline, a file, another session.</summary>
internal static class PairEnds
{
    /// <exception cref="PeeringException">InvalidResourceId: the object was not made by this module, or was changed.</exception>
    public static ResourceId IdOf(PeeringSide side) =>
        ResourceId.TryParse(side.VirtualNetworkId, out ResourceId? id, out string? problem)
            ? id.VirtualNetwork
            : throw PeeringException.Of(nameof(Errors.InvalidResourceId), side.VirtualNetworkId, side.VirtualNetworkId, problem);
}
