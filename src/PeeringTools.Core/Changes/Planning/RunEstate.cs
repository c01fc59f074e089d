namespace PeeringTools.Changes;

/// <summary>What the earlier rows of one run will have made by the time a later row is carried out.</summary>
internal sealed class RunEstate
{
    private readonly Dictionary<ResourceId, List<PlannedPeer>> _peers = [];
    private readonly HashSet<ResourceId> _names = [];
    private readonly Dictionary<ResourceId, string> _gatewayUsers = [];
    private readonly HashSet<string> _pairs = new(StringComparer.Ordinal);
    private readonly List<ChangePlan> _plans = [];

    /// <summary>The earlier rows that may go ahead, in their order.</summary>
    public IReadOnlyList<ChangePlan> Plans => _plans;

    /// <summary>The peerings earlier rows add under a network.</summary>
    public IReadOnlyList<PlannedPeer> PeersOf(ResourceId network) =>
        _peers.TryGetValue(network, out List<PlannedPeer>? peers) ? peers : [];

    public bool IsNameTaken(ResourceId peering) => _names.Contains(peering);

    /// <summary>The peering by which an earlier row makes a network use a remote gateway; null where none does.</summary>
    public string? GatewayPeeringOf(ResourceId network) => _gatewayUsers.TryGetValue(network, out string? name) ? name : null;

    /// <summary>False where an earlier row named the same couple, in whatever order.</summary>
    public bool TryClaim(string pairId) => _pairs.Add(pairId);

    /// <summary>Counts a row that may go ahead; a blocked one makes nothing.</summary>
    public void Add(ChangePlan plan)
    {
        _plans.Add(plan);
        foreach (Half half in new[] { Half.Local, Half.Remote }.Where(half => GatewayUse.Begins(plan, half)))
            _gatewayUsers[plan.Facts[half].Id] = plan.Final(half)!.Name;
        foreach (ChangeStep step in plan.Steps.Where(step => step.Kind == StepKind.CreatePeering))
        {
            NetworkView other = plan.Facts[step.Half.Other()];
            ResourceId network = plan.Request.NetworkOf(step.Half);
            if (!_peers.TryGetValue(network, out List<PlannedPeer>? peers)) _peers.Add(network, peers = []);
            peers.Add(new PlannedPeer(other.Id, other.Network?.AddressPrefixes ?? []));
            _ = _names.Add(step.TargetId);
        }
    }
}

/// <summary>A network that an earlier row of the same run peers with.</summary>
internal sealed record PlannedPeer(ResourceId NetworkId, IReadOnlyList<string> Prefixes);
