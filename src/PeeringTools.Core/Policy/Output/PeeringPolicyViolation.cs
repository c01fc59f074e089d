namespace PeeringTools;

/// <summary>One demand of a policy that a pair does not meet.</summary>
public sealed class PeeringPolicyViolation
{
    /// <summary>Id of the rule in the policy file; <c>unlisted</c> where no rule speaks of the pair and the policy forbids that.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>The line of the file the rule begins in; 0 for <c>unlisted</c>.</summary>
    public int Line { get; set; }

    /// <summary>Error or Warning, as the rule says.</summary>
    public PeeringSeverity Severity { get; set; }

    /// <summary>The side it is about; None where it is about the pair.</summary>
    public PeeringDirection Side { get; set; }

    /// <summary>What is wrong, in one sentence.</summary>
    public string Message { get; set; } = "";

    /// <summary>What the policy asks for.</summary>
    public string Expected { get; set; } = "";

    /// <summary>What was found.</summary>
    public string Actual { get; set; } = "";

    /// <summary>The policy's own reason; null where it gives none.</summary>
    public string? Because { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Because is null ? $"{RuleId}: {Message}" : $"{RuleId}: {Message} ({Because})";
}
