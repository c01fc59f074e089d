using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The estate as it will be: plans and prefixes applied to values, nothing written.</summary>
internal static class PlannedEstate
{
    private const string Connected = "Connected";

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

        Settle(networks, ResourceId.Parse(plan.LocalVirtualNetworkId), ResourceId.Parse(plan.RemoteVirtualNetworkId));
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
        foreach (ResourceId peer in network.Peerings.Select(side => ResourceId.Parse(side.RemoteVirtualNetworkId))) Settle(networks, peer, networkId);
        return estate with { Networks = networks };
    }

    /// <summary>What Azure makes of two halves: both are connected and in sync, one alone waits or is left behind.</summary>
    private static void Settle(Dictionary<ResourceId, VirtualNetwork> networks, ResourceId local, ResourceId remote)
    {
        bool both = SideTo(networks, local, remote) is not null && SideTo(networks, remote, local) is not null;
        foreach ((ResourceId from, ResourceId to) in new[] { (local, remote), (remote, local) })
        {
            if (SideTo(networks, from, to) is not PeeringSide side) continue;
            string[] space = networks.TryGetValue(to, out VirtualNetwork? peer) ? [.. peer.AddressPrefixes] : side.RemoteAddressSpace;
            // A network that was not read keeps its half, of which nothing is known.
            bool connected = both || (peer is null && side.PeeringState == Connected);
            PeeringSide settled = SideCopy.Of(side);
            settled.PeeringState = connected ? Connected : "Initiated";
            settled.RemoteAddressSpace = settled.RemoteVirtualNetworkAddressSpace = space;
            networks[from] = networks[from] with { Peerings = [.. networks[from].Peerings.Select(s => ReferenceEquals(s, side) ? settled : s)] };
        }
    }

    private static PeeringSide? SideTo(Dictionary<ResourceId, VirtualNetwork> networks, ResourceId from, ResourceId to) =>
        networks.TryGetValue(from, out VirtualNetwork? network)
            ? network.Peerings.FirstOrDefault(s => to.Text.Equals(s.RemoteVirtualNetworkId, StringComparison.OrdinalIgnoreCase))
            : null;
}
