namespace PeeringTools;

/// <summary>What planned changes open and break, before anything is written.</summary>
public sealed class PeeringImpact
{
    /// <summary>The changes that were measured together, in words.</summary>
    public string[] Changes { get; set; } = [];

    /// <summary>Ways that are gained, lost, led elsewhere or uncertain, on premises ones among them.</summary>
    public PeeringReachChange[] Reach { get; set; } = [];

    /// <summary>Custom allow rules that widen.</summary>
    public PeeringRuleChange[] WidenedRules { get; set; } = [];

    /// <summary>Names that resolve on one side only, and servers that come into reach or go out of it: in words.</summary>
    public string[] Dns { get; set; } = [];

    /// <summary>What was not read and may change the answer, in words.</summary>
    public string[] Unknown { get; set; } = [];

    /// <summary>Where the estate was read.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>How many ways are gained.</summary>
    public int Gained => Reach.Count(r => r.Kind == ImpactKinds.Gained);

    /// <summary>How many ways are lost.</summary>
    public int Lost => Reach.Count(r => r.Kind == ImpactKinds.Lost);

    /// <inheritdoc/>
    public override string ToString() => Wording.Fill(RoutingTexts.ImpactSummary, Changes.Length, Gained, Lost, WidenedRules.Length);
}
