namespace PeeringTools.Changes;

/// <summary>Makes the writes of one pair, each knowing what it expects to find.</summary>
internal sealed class StepMaker(PeeringRequest request, PairView facts, RunEstate estate)
{
    /// <summary>What Azure and Az.Network give a side nobody said more about; sent in full, because az's own default is no access.</summary>
    public static readonly PeeringSettings Defaults = new()
    {
        AllowVirtualNetworkAccess = true,
        AllowForwardedTraffic = false,
        AllowGatewayTransit = false,
        UseRemoteGateways = false,
    };

    public ChangeStep Create(Half half, PeeringSettings settings, string? name = null) => new()
    {
        Kind = StepKind.CreatePeering,
        Half = half,
        TargetId = PeeringNames.Choose(request, facts, estate, half, name),
        Settings = settings,
    };

    /// <summary>Makes a deleted side again under the name it had.</summary>
    public ChangeStep CreateAgain(Half half, PeeringSettings settings) =>
        this.Create(half, settings) with { TargetId = this.IdOf(half) };

    public ChangeStep Update(Half half, PeeringSettings settings, SideState? before = null) => new()
    {
        Kind = StepKind.UpdatePeering,
        Half = half,
        TargetId = this.IdOf(half),
        Before = before ?? SideState.Of(facts.Side(half)!),
        Settings = settings,
    };

    public ChangeStep Sync(Half half) => this.Update(half, new PeeringSettings()) with { Kind = StepKind.SyncPeering };

    public ChangeStep Delete(Half half) => this.Update(half, new PeeringSettings()) with { Kind = StepKind.DeletePeering };

    /// <summary>Puts the peering writes of two halves into the order Azure accepts.</summary>
    public IReadOnlyList<ChangeStep> InOrder(IReadOnlyList<ChangeStep> steps)
    {
        if (steps.Count < 2) return steps;
        ChangePlan plan = new() { Request = request, Facts = facts, Steps = steps };
        Half first = GatewayOrder.First(half => facts.Side(half) is PeeringSide side ? SideState.Of(side) : null, plan.Final);
        return [.. steps.OrderBy(step => step.Half != first)];
    }

    private ResourceId IdOf(Half half) => (facts[half].Network?.Id ?? request.NetworkOf(half)).Peering(facts.Side(half)!.Name!);
}
