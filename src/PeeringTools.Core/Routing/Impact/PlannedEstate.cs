using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The estate as it will be: plans and prefixes applied to values, nothing written.</summary>
internal static class PlannedEstate
{
    private const string Connected = "Connected";
    private const string Sync = "SyncPeering";

    /// <summary>Applies the peering writes of a plan; a plan with problems changes nothing, because it would not be carried out.</summary>
    public static Estate After(Estate estate, PeeringChangePlan plan)
    {
        if (plan.Problems.Length > 0) return estate;
        Dictionary<ResourceId, VirtualNetwork> networks = estate.Networks.ToDictionary(n => n.Key, n => n.Value);
        foreach (PeeringChangeStep step in plan.Steps.Where(s => s.TargetId.IndexOf("/virtualNetworkPeerings/", StringComparison.OrdinalIgnoreCase) > 0))
        {
            ResourceId id = ResourceId.Parse(step.TargetId);
            if (!networks.TryGetValue(id.VirtualNetwork, out VirtualNetwork? network)) continue;
            PeeringSide[] others = [.. network.Peerings.Where(s => !string.Equals(s.Id, step.TargetId, StringComparison.OrdinalIgnoreCase))];
            networks[network.Id] = network with { Peerings = step.After is null ? others : [.. others, step.After] };
        }

        HashSet<string> synced = new(plan.Steps.Where(s => s.Action == Sync).Select(s => s.TargetId), StringComparer.OrdinalIgnoreCase);
        Settle(networks, ResourceId.Parse(plan.LocalVirtualNetworkId), ResourceId.Parse(plan.RemoteVirtualNetworkId), side => synced.Contains(side.Id ?? ""));
        return estate with { Networks = networks };
    }

    /// <summary>Subnets with another route table than they have.</summary>
    public static Estate After(Estate estate, IReadOnlyList<string> subnetIds, RouteTable table)
    {
        HashSet<string> chosen = new(subnetIds, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, RouteTable> tables = new(StringComparer.OrdinalIgnoreCase) { [table.Id] = table };
        foreach (RouteTable read in estate.RouteTables.Values) tables[read.Id] = read;
        return estate with
        {
            Networks = estate.Networks.ToDictionary(n => n.Key, n => n.Value with
            {
                Subnets = [.. n.Value.Subnets.Select(s => chosen.Contains(s.Id) ? s with { RouteTableId = table.Id } : s)],
            }),
            RouteTables = tables,
        };
    }

    /// <summary>A network with prefixes added or taken away, and its peers in sync with it, as after Sync-PeeringPair.</summary>
    public static Estate After(Estate estate, ResourceId networkId, IReadOnlyList<AddressPrefix> added, IReadOnlyList<AddressPrefix> removed)
    {
        VirtualNetwork network = estate.Networks[networkId];
        string[] space = [.. Prefixes.Read(network.AddressPrefixes).Except(removed).Union(added).Select(p => p.ToString())];
        Dictionary<ResourceId, VirtualNetwork> networks = estate.Networks.ToDictionary(n => n.Key, n => n.Value);
        networks[networkId] = network with
        {
            AddressPrefixes = space,
            Subnets = [.. network.Subnets.Where(s => !Prefixes.Read(s.AddressPrefixes).All(p => Prefixes.Contain(removed, p)))],
        };
        foreach (ResourceId peer in network.Peerings.Select(side => ResourceId.Parse(side.RemoteVirtualNetworkId))) Settle(networks, peer, networkId, _ => true);
        return estate with { Networks = networks };
    }

    /// <summary>
    /// What Azure makes of two halves: both are connected, one alone waits or is left behind. A half takes the peer's prefixes
    /// when it connects; a connected one goes on with those it has until somebody syncs it.
    /// </summary>
    private static void Settle(Dictionary<ResourceId, VirtualNetwork> networks, ResourceId local, ResourceId remote, Func<PeeringSide, bool> isSynced)
    {
        bool both = SideTo(networks, local, remote) is not null && SideTo(networks, remote, local) is not null;
        foreach ((ResourceId from, ResourceId to) in new[] { (local, remote), (remote, local) })
        {
            if (SideTo(networks, from, to) is not PeeringSide side) continue;
            _ = networks.TryGetValue(to, out VirtualNetwork? peer);
            // A network that was not read keeps its half, of which nothing is known.
            bool connected = both || (peer is null && side.PeeringState == Connected);
            PeeringSide settled = SideCopy.Of(side);
            settled.PeeringState = connected ? Connected : "Initiated";
            if (peer is not null && (side.PeeringState != Connected || isSynced(side)))
                settled.RemoteAddressSpace = settled.RemoteVirtualNetworkAddressSpace = [.. peer.AddressPrefixes];
            networks[from] = networks[from] with { Peerings = [.. networks[from].Peerings.Select(s => ReferenceEquals(s, side) ? settled : s)] };
        }
    }

    private static PeeringSide? SideTo(Dictionary<ResourceId, VirtualNetwork> networks, ResourceId from, ResourceId to) =>
        networks.TryGetValue(from, out VirtualNetwork? network)
            ? network.Peerings.FirstOrDefault(s => to.Text.Equals(s.RemoteVirtualNetworkId, StringComparison.OrdinalIgnoreCase))
            : null;
}
