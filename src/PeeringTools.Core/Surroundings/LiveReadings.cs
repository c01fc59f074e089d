namespace PeeringTools.Surroundings;

/// <summary>One effective route of a running machine's interface, as Azure computed it.</summary>
/// <remarks>Source: networkInterfaces/effectiveRouteTable.</remarks>
internal sealed record EffectiveRoute
{
    public string? Name { get; init; }

    /// <summary>Unknown, User, VirtualNetworkGateway or Default.</summary>
    public required string Source { get; init; }

    /// <summary>Active or Invalid.</summary>
    public required string State { get; init; }

    public IReadOnlyList<string> AddressPrefixes { get; init; } = [];

    public required string NextHopType { get; init; }

    public IReadOnlyList<string> NextHopIpAddresses { get; init; } = [];
}

/// <summary>The groups and rules in force at a running machine's interface.</summary>
/// <remarks>Source: networkInterfaces/effectiveNetworkSecurityGroups.</remarks>
internal sealed record EffectiveSecurityGroup
{
    public required string NetworkSecurityGroupId { get; init; }

    /// <summary>The subnet or interface it is bound to.</summary>
    public string? AssociationId { get; init; }

    /// <summary>Rules with their tags expanded into prefixes.</summary>
    public IReadOnlyList<SecurityRule> Rules { get; init; } = [];

    /// <summary>What each tag stands for here, where Azure said so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TagMap { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Where a machine's packet goes first, as Network Watcher says.</summary>
/// <param name="NextHopType">Internet, VirtualAppliance, VirtualNetworkGateway, VnetLocal, HyperNetGateway or None, and what newer services add.</param>
/// <param name="NextHopIpAddress">Null where the hop has none.</param>
/// <param name="RouteTableId">The id of the table it comes from, or <c>System Route</c>.</param>
internal sealed record NextHopReading(string NextHopType, string? NextHopIpAddress, string? RouteTableId);

/// <summary>What a probe from a machine with the agent found.</summary>
/// <param name="ConnectionStatus">Reachable or Unreachable on the wire; Connected, Disconnected, Degraded or Unknown by the specification.</param>
/// <param name="ProbesSent">How many probes were sent.</param>
/// <param name="ProbesFailed">How many of them got no answer.</param>
/// <param name="Issues">What Network Watcher names along the hops.</param>
internal sealed record ConnectivityReading(string ConnectionStatus, int ProbesSent, int ProbesFailed, IReadOnlyList<string> Issues);
