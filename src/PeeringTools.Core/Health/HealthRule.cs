using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>One question that is asked of every pair. Rules keep nothing between two pairs.</summary>
internal abstract class HealthRule(string id, PeeringSeverity severity, SurroundingKinds needs = SurroundingKinds.None)
{
    /// <summary>What these areas look at has no meaning before both sides say Connected.</summary>
    private static readonly string[] AreasOfConnected = ["Sync", "Forwarding", "Gateway", "Routing", "Dns", "Live"];

    /// <summary>Area and name, for example <c>Sync.StaleCopy</c>.</summary>
    public string Id { get; } = id;

    public PeeringSeverity Severity { get; } = severity;

    /// <summary>Kinds without which nothing can be said: where one was not read at either network, the rule is skipped.</summary>
    public SurroundingKinds Needs { get; } = needs;

    /// <summary>Kinds that the rule looks at where they are there, and names as unread only where they would decide.</summary>
    public virtual SurroundingKinds Uses => SurroundingKinds.None;

    public string Area => Id.Substring(0, Id.IndexOf('.'));

    public bool NeedsConnected => AreasOfConnected.Contains(Area);

    /// <summary>What is to be said of the pair; nothing where it passes.</summary>
    public abstract IEnumerable<RuleOutcome> Check(PairCase pair);

    /// <summary>The rule as scripts see it.</summary>
    public PeeringHealthRule ToOutput() => new()
    {
        Id = Id,
        Severity = Severity,
        Title = RuleTexts.Of(Id, RuleTexts.Title),
        Explanation = RuleTexts.Of(Id, RuleTexts.Fires) + " " + RuleTexts.Of(Id, RuleTexts.Why),
        Needs = [.. KindWords.Of(Needs | Uses)],
        HelpUri = $"docs/rules/{Id}.md",
    };
}
