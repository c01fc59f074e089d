namespace PeeringTools.Health;

/// <summary>How a health run is asked.</summary>
internal sealed record HealthOptions
{
    public IReadOnlyList<HealthRule> Rules { get; init; } = RuleCatalogue.All;

    /// <summary>What weighs less is left out of the findings; the verdict is made of all of them.</summary>
    public PeeringSeverity MinimumSeverity { get; init; } = PeeringSeverity.Warning;

    /// <summary>An earlier inventory by pair id; null where none was given.</summary>
    public IReadOnlyDictionary<string, PeeringPair>? Baseline { get; init; }
}
