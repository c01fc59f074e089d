namespace PeeringTools.Health;

/// <summary>What a rule says of one pair. Saying nothing is a pass.</summary>
internal abstract record RuleOutcome;

/// <summary>The rule could not be held against the pair.</summary>
internal sealed record SkippedOutcome(PeeringSkipReason Reason, string Why) : RuleOutcome;

/// <summary>Something the rule found; message and recommendation are filled from the rule's texts.</summary>
internal sealed record FoundOutcome(PeeringDirection Side) : RuleOutcome
{
    /// <summary>Name of the message's text where it is not the rule's first one.</summary>
    public string Text { get; init; } = RuleTexts.Message;

    /// <summary>Less than the rule's own where this case weighs less.</summary>
    public PeeringSeverity? Severity { get; init; }

    /// <summary>What the placeholders of message and recommendation stand for.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? Remediation { get; init; }
}
