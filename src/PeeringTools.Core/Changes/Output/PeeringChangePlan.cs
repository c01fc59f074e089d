using System.Text;

namespace PeeringTools;

/// <summary>
/// What a command would do to one pair, in the order it would do it. -PlanOnly returns it and -WhatIf prints it;
/// running it again is the command's own affair, because a plan ages.
/// </summary>
public sealed class PeeringChangePlan
{
    /// <summary>The short name of the couple of networks.</summary>
    public string PairId { get; set; } = "";

    /// <summary>Resource id of the network the request calls Local.</summary>
    public string LocalVirtualNetworkId { get; set; } = "";

    /// <summary>Resource id of the network the request calls Remote.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>New, Set, Sync, Repair or Remove.</summary>
    public string Action { get; set; } = "";

    /// <summary>The writes, in order. None where the pair already is as asked.</summary>
    public PeeringChangeStep[] Steps { get; set; } = [];

    /// <summary>What forbids the change, each as <c>Id: message</c>. With one of them nothing is written.</summary>
    public string[] Problems { get; set; } = [];

    /// <summary>What does not forbid it and should be known.</summary>
    public string[] Warnings { get; set; } = [];

    /// <summary>What the request would have chosen for a new pair and leaves alone on this one.</summary>
    public string[] Differences { get; set; } = [];

    /// <summary>What the other side's operator runs; null where one call does both halves.</summary>
    public string? OtherOperatorCommand { get; set; }

    /// <summary>
    /// The tag the plan writes, as <c>name = value</c>: a deployment of that network must keep it, because it
    /// overwrites tags. Null where no record is written.
    /// </summary>
    public string? RecordTag { get; set; }

    /// <summary>The caller's own reference, carried along.</summary>
    public string? ChangeReference { get; set; }

    /// <summary>The whole plan in words, a line per step and per member.</summary>
    public string Describe()
    {
        StringBuilder text = new();
        _ = text.Append(this.ToString()).Append(Steps.Length == 0 ? "" : ":");
        foreach (PeeringChangeStep step in Steps) Line(text, 1, step.ToString(), step.Changes);
        if (Problems.Length > 0) Line(text, 0, PlanTexts.PlanProblems, Problems);
        if (Warnings.Length > 0) Line(text, 0, PlanTexts.PlanWarnings, Warnings);
        if (Differences.Length > 0) Line(text, 0, PlanTexts.PlanDifferences, Differences);
        if (OtherOperatorCommand is not null) Line(text, 0, PlanTexts.PlanOtherOperator, [OtherOperatorCommand]);
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Wording.Fill(Steps.Length == 0 ? PlanTexts.PlanNothing : PlanTexts.PlanHead,
        Action, NameOf(LocalVirtualNetworkId), NameOf(RemoteVirtualNetworkId), Steps.Length);

    private static void Line(StringBuilder text, int indent, string head, string[] details)
    {
        _ = text.AppendLine().Append(' ', indent * 2).Append(head);
        foreach (string detail in details) _ = text.AppendLine().Append(' ', (indent * 2) + 4).Append(detail);
    }

    private static string NameOf(string id) => id.Substring(id.LastIndexOf('/') + 1);
}
