namespace PeeringTools.Health;

/// <summary>Sides as the direction that names them.</summary>
internal static class Directions
{
    public static PeeringDirection Of(IReadOnlyCollection<CaseSide> sides) => sides.Count switch
    {
        0 => PeeringDirection.None,
        1 => sides.First().Direction,
        _ => PeeringDirection.Both,
    };

    /// <summary>The sides that carry a flag, with one more or one less than now.</summary>
    public static PeeringDirection With(PairCase pair, CaseSide changed, bool on, Func<PeeringSide, bool> flag) =>
        Of([.. pair.Sides.Where(side => side == changed ? on : flag(side.Side))]);
}
