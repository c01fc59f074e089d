using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Makes the plan of one request: reads, drafts, and looks at everything that could forbid it before the first write.</summary>
/// <param name="access">The ways to Azure.</param>
/// <param name="reader">Reads each network of the run once.</param>
/// <param name="gates">Checks of the caller's own; they are never skipped.</param>
internal sealed class PeeringPlanner(NetworkAccess access, NetworkReader reader, IReadOnlyList<IPreflightGate> gates)
{
    private static readonly Dictionary<ChangeKind, IDraft> Drafts = new()
    {
        [ChangeKind.New] = new NewDraft(),
        [ChangeKind.Set] = new SetDraft(),
        [ChangeKind.Sync] = new SyncDraft(),
        [ChangeKind.Repair] = new RepairDraft(),
        [ChangeKind.Remove] = new RemoveDraft(),
    };

    /// <summary>Without these there is no plan, or no right to one: -SkipPreflight does not reach them.</summary>
    private static readonly IPreflightCheck[] Always = [new NetworksCheck(), new ManagedCheck(), new NameCheck()];

    private static readonly IPreflightCheck[] Skippable =
    [
        new DisconnectedCheck(), new AddressSpaceOverlapCheck(), new OverlapThroughPeerCheck(), new LimitCheck(),
        new GatewayMissingCheck(), new GatewayConflictCheck(), new TransitChainCheck(),
        new ProvisioningCheck(), new LockCheck(), new PermissionCheck(),
    ];

    /// <summary>Reads both networks, and rights and locks where something may have to be written.</summary>
    public async Task<PairView> ReadAsync(PeeringRequest request, CancellationToken cancellationToken)
    {
        PairView facts = await reader.ReadAsync(request.LocalId, request.RemoteId, cancellationToken);
        ChangePlan draft = Drafts[request.Kind].Draft(request, facts, new RunEstate());
        bool sweeps = request.Kind == ChangeKind.Remove && facts.Record().Copies.Count > 0;
        bool mayWrite = draft.Steps.Count > 0 || sweeps || request.Record.IsGiven || request.Parking != Parking.None;
        return mayWrite ? await reader.WithRightsAsync(facts, cancellationToken) : facts;
    }

    /// <summary>Plans on what was read. Pure, so that the rows of a run can be planned one after the other.</summary>
    public ChangePlan Plan(PeeringRequest request, PairView facts, RunEstate estate)
    {
        if (request.LocalId.Equals(request.RemoteId))
            return new ChangePlan { Request = request, Facts = facts, Problems = [PairProblems.SameNetwork(request)] };
        ChangePlan plan = Drafts[request.Kind].Draft(request, facts, estate);
        if (plan.Problems.Count == 0) plan = RecordDraft.Add(plan, access.Clock.GetUtcNow());
        PreflightContext context = new(plan, estate);
        List<PeeringError> problems = [.. plan.Problems];
        foreach (IPreflightCheck check in request.SkipPreflight ? [.. Always, .. gates] : (IPreflightCheck[])[.. Always, .. gates, .. Skippable])
            problems.AddRange(check.Find(context));
        plan = plan with { Problems = problems, Warnings = [.. plan.Warnings, .. context.Warnings.Distinct()] };
        if (request.Scope == SideScope.Local) plan = plan with { OtherOperatorCommand = OtherOperator.CommandFor(plan) };
        if (!plan.IsBlocked) estate.Add(plan);
        return plan;
    }
}
