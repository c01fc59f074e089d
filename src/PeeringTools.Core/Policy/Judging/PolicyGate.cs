using PeeringTools.Access;
using PeeringTools.Changes;
using PeeringTools.Estates;
using PeeringTools.Records;
using PeeringTools.Surroundings;
using Half = PeeringTools.Changes.Half;

namespace PeeringTools.Policy;

/// <summary>
/// Holds a policy against what a plan would leave behind, before its first write. What cannot be judged does not pass: nobody
/// could say afterwards that the policy was kept.
/// </summary>
/// <param name="policy">The policy.</param>
/// <param name="clock">For rules about how long a pair may live.</param>
internal sealed class PolicyGate(PolicyDocument policy, TimeProvider clock) : IPreflightGate
{
    private PlannedRouting? _routing;

    /// <summary>
    /// Reads routes and security groups around the networks and all that they are peered with, where a rule about a path speaks of some
    /// pair. Of the other rows too: what they make may be on the way.
    /// </summary>
    public async Task LookAroundAsync(NetworkAccess access, IReadOnlyList<PairView> rows, CancellationToken cancellationToken)
    {
        PolicyJudge judge = new(policy, clock.GetUtcNow());
        PairView[] readable = [.. rows.Where(row => row.Local.Network is not null && row.Remote.Network is not null)];
        _routing = readable.Any(row => judge.AsksForPath(SubjectOf(row))) ? new PlannedRouting(await ReadAsync(access, readable, cancellationToken).ConfigureAwait(false)) : null;
    }

    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        // What is not carried out leaves nothing behind that could be judged.
        if (context.Request.Kind is not (ChangeKind.New or ChangeKind.Set) || context.Plan.IsBlocked) return [];
        PolicyJudge judge = new(policy, clock.GetUtcNow());
        PolicySubject subject = SubjectOf(context.Plan);
        if (judge.AsksForPath(subject)) subject = subject with { Routing = _routing?.After(context.Plan, context.Estate) };
        PolicyJudgement judgement = judge.Judge(subject);
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

    private static async Task<Estate> ReadAsync(NetworkAccess access, IEnumerable<PairView> rows, CancellationToken cancellationToken)
    {
        ResourceId[] networks = [.. rows.SelectMany(row => new[] { row.Local.Id, row.Remote.Id }).Distinct()];
        return (await new EstateReader(access).ReadAsync(networks, SurroundingKinds.Routing, cancellationToken).ConfigureAwait(false)).Estate;
    }

    private static PolicySubject SubjectOf(ChangePlan plan)
    {
        (PeeringRecord? record, bool isKnown) = RecordAfter(plan);
        return new PolicySubject
        {
            Local = SideOf(plan.Facts.Local, plan.Final(Half.Local)?.Settings),
            Remote = SideOf(plan.Facts.Remote, plan.Final(Half.Remote)?.Settings),
            Expires = record?.Expires,
            Owner = record?.Owner,
            Ticket = record?.Ticket,
            IsRecordKnown = isKnown,
        };
    }

    /// <summary>The pair before there is a plan: who its networks are.</summary>
    private static PolicySubject SubjectOf(PairView facts) => new() { Local = SideOf(facts.Local, null), Remote = SideOf(facts.Remote, null) };

    private static PolicySide SideOf(NetworkView network, PeeringSettings? settings) => new()
    {
        VirtualNetworkId = network.Id.Text,
        Name = network.Id.Name,
        ResourceGroupName = network.Id.ResourceGroupName ?? "",
        SubscriptionId = network.Id.SubscriptionId,
        Region = network.Network?.Location,
        Tags = network.Network?.Tags,
        Settings = settings,
    };

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
