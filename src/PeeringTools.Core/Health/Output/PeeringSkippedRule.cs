namespace PeeringTools;

/// <summary>A rule that could not be held against a pair, which is not the same as passed.</summary>
public sealed class PeeringSkippedRule
{
    /// <summary>Id of the rule.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>Why it was not held against the pair, in words.</summary>
    public string Why { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{RuleId}: {Why}";
}
