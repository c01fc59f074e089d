namespace PeeringTools;

/// <summary>What one rule found at one pair.</summary>
public sealed class PeeringFinding
{
    /// <summary>Id of the rule, for example <c>Sync.StaleCopy</c>.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>How much it matters.</summary>
    public PeeringSeverity Severity { get; set; }

    /// <summary>The side it is about: Local, Remote, Both, or None where it is about the pair.</summary>
    public PeeringDirection Side { get; set; }

    /// <summary>What is wrong, in one sentence.</summary>
    public string Message { get; set; } = "";

    /// <summary>What it was concluded from, as lines of <c>name: value</c>.</summary>
    public string[] Evidence { get; set; } = [];

    /// <summary>What to do, in words.</summary>
    public string Recommendation { get; set; } = "";

    /// <summary>A command with real ids that mends it or shows more; null where only a decision helps.</summary>
    public string? Remediation { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity} {RuleId}: {Message}";
}
