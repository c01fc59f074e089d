namespace PeeringTools.Changes;

/// <summary>
/// Which sides let traffic through, in the record's own terms: its Local and Remote are the networks in order of their
/// ids, whatever way the pair was looked at when it was parked.
/// </summary>
internal static class ParkedSides
{
    public static PeeringDirection On(PairView facts)
    {
        bool local = facts.Side(Half.Local)?.AllowVirtualNetworkAccess == true;
        bool remote = facts.Side(Half.Remote)?.AllowVirtualNetworkAccess == true;
        return Turn(facts, (local, remote) switch
        {
            (true, true) => PeeringDirection.Both,
            (true, false) => PeeringDirection.Local,
            (false, true) => PeeringDirection.Remote,
            _ => PeeringDirection.None,
        });
    }

    public static PeeringDirection Union(PeeringDirection one, PeeringDirection? other) => (one, other) switch
    {
        (_, null or PeeringDirection.None) => one,
        (PeeringDirection.None, _) => other.Value,
        _ => one == other ? one : PeeringDirection.Both,
    };

    /// <summary>From the record's order to the request's, or back: the way is the same.</summary>
    public static PeeringDirection Turn(PairView facts, PeeringDirection direction) => Pairs.Orientation.ById(direction, facts.Local.Id, facts.Remote.Id);
}
