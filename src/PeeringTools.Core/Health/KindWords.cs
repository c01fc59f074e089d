using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Kinds of surroundings by their names.</summary>
internal static class KindWords
{
    /// <summary>The names of the single kinds in a set, in the order of their declaration.</summary>
    public static IEnumerable<string> Of(SurroundingKinds kinds) =>
        from bit in Enumerable.Range(0, 31)
        let kind = (SurroundingKinds)(1 << bit)
        where (kinds & kind) != 0
        select kind.ToString();
}
