namespace PeeringTools;

/// <summary>What the rules say of one pair.</summary>
public sealed class PeeringHealthReport
{
    /// <summary>The pair as it was read.</summary>
    public PeeringPair Pair { get; set; } = new();

    /// <summary>All findings in one word.</summary>
    public PeeringHealthVerdict Verdict { get; set; }

    /// <summary>True where <see cref="Verdict"/> is Healthy.</summary>
    public bool Healthy { get; set; }

    /// <summary>The worst first, then by rule id.</summary>
    public PeeringFinding[] Findings { get; set; } = [];

    /// <summary>Rules that could not be held against the pair, and why.</summary>
    public PeeringSkippedRule[] Skipped { get; set; } = [];

    /// <summary>Where the pair was read.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Pair.Local.VirtualNetworkName} - {Pair.Remote.VirtualNetworkName}: {Verdict}";
}
