namespace PeeringTools;

/// <summary>What a policy says of one pair.</summary>
public sealed class PeeringPolicyReport
{
    /// <summary>The pair that was judged.</summary>
    public PeeringPair Pair { get; set; } = new();

    /// <summary>Violated, Compliant, or Unknown where something that decides could not be read.</summary>
    public PeeringPolicyVerdict Verdict { get; set; }

    /// <summary>Everything the pair does not meet; errors first, then in the file's order.</summary>
    public PeeringPolicyViolation[] Violations { get; set; } = [];

    /// <summary>Rules that could not be held against the pair, and why.</summary>
    public PeeringSkippedRule[] Skipped { get; set; } = [];

    /// <summary>The policy file.</summary>
    public string PolicyPath { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Pair.Local.VirtualNetworkName} - {Pair.Remote.VirtualNetworkName}: {Verdict}";
}
