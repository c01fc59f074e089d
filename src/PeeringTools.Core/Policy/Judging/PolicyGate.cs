using PeeringTools.Changes;
using PeeringTools.Records;
using Half = PeeringTools.Changes.Half;

namespace PeeringTools.Policy;

/// <summary>
/// Holds a policy against what a plan would leave behind, before its first write. What cannot be judged does not pass: nobody
/// could say afterwards that the policy was kept.
/// </summary>
/// <param name="policy">The policy.</param>
/// <param name="clock">For rules about how long a pair may live.</param>
internal sealed class PolicyGate(PolicyDocument policy, TimeProvider clock) : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        if (context.Request.Kind is not (ChangeKind.New or ChangeKind.Set)) return [];
        PolicyJudgement judgement = new PolicyJudge(policy, clock.GetUtcNow()).Judge(SubjectOf(context.Plan));
        string target = context.Request.LocalId.Text;
        foreach (PeeringPolicyViolation warning in judgement.Violations.Where(violation => violation.Severity != PeeringSeverity.Error))
            context.Warn(PolicyTexts.GateWarning, policy.Path, warning);
        return
        [
            .. judgement.Violations.Where(violation => violation.Severity == PeeringSeverity.Error)
                .Select(violation => PeeringError.Of(nameof(Errors.PolicyViolation), target, violation)),
            .. judgement.Skipped.Select(rule => PeeringError.Of(
                nameof(Errors.PolicyViolation), target, Wording.Fill(PolicyTexts.NotJudged, rule.RuleId, rule.Why))),
        ];
    }

    private static PolicySubject SubjectOf(ChangePlan plan)
    {
        (PeeringRecord? record, bool isKnown) = RecordAfter(plan);
        return new PolicySubject
        {
            Local = SideOf(plan, Half.Local),
            Remote = SideOf(plan, Half.Remote),
            Expires = record?.Expires,
            Owner = record?.Owner,
            Ticket = record?.Ticket,
            IsRecordKnown = isKnown,
        };
    }

    private static PolicySide SideOf(ChangePlan plan, Half half)
    {
        ResourceId id = plan.Facts[half].Id;
        VirtualNetwork? network = plan.Facts[half].Network;
        return new PolicySide
        {
            VirtualNetworkId = id.Text,
            Name = id.Name,
            ResourceGroupName = id.ResourceGroupName ?? "",
            SubscriptionId = id.SubscriptionId,
            Region = network?.Location,
            Tags = network?.Tags,
            Settings = plan.Final(half)?.Settings,
        };
    }

    /// <summary>The record as the plan leaves it: written, removed, or as it was found.</summary>
    private static (PeeringRecord? Record, bool IsKnown) RecordAfter(ChangePlan plan)
    {
        if (plan.Steps.LastOrDefault(step => step.Kind == StepKind.MergeTag)?.TagAfter is string tag)
            return (RecordTag.TryParse(tag, out PeeringRecord? written) ? written : null, true);
        RecordReading reading = plan.Facts.Record();
        bool isKnown = reading.State is PeeringRecordState.None or PeeringRecordState.Ok;
        return plan.Steps.Any(step => step.Kind == StepKind.DeleteTag) ? (null, true) : (reading.Record, isKnown);
    }
}
