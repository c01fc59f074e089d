using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>
/// The reads that the networks of one subscription give a reason for. What stands in a network or is bound to one lies in its
/// own subscription, so nothing is looked for elsewhere.
/// </summary>
internal sealed class SubscriptionReads(KindReader reader, string subscriptionId, IReadOnlyList<VirtualNetwork> networks, SurroundingKinds kinds)
{
    private readonly HashSet<string> _networks = new(networks.Select(network => network.Id.Text), StringComparer.OrdinalIgnoreCase);

    private IEnumerable<Subnet> Subnets => networks.SelectMany(network => network.Subnets);

    public IEnumerable<Func<CancellationToken, Task<Estate>>> All()
    {
        foreach (Func<CancellationToken, Task<Estate>> read in this.Bound()) yield return read;
        foreach (Func<CancellationToken, Task<Estate>> read in this.Standing()) yield return read;
        foreach (VirtualNetwork network in networks)
        {
            if (this.Asks(SurroundingKinds.Gateways))
            {
                foreach (string id in network.GatewayIds) yield return stop => this.ReadGatewayAsync(id, network.Id, stop);
            }

            if (this.Asks(SurroundingKinds.ConnectedGroups)) yield return stop => this.ReadGroupsAsync(network.Id, stop);
        }
    }

    /// <summary>What is bound to subnets and interfaces. Subnets name theirs, so a list that has all of them has left nothing out that counts.</summary>
    private IEnumerable<Func<CancellationToken, Task<Estate>>> Bound()
    {
        string[] tables = [.. this.Subnets.Select(subnet => subnet.RouteTableId).OfType<string>()];
        if (this.Asks(SurroundingKinds.RouteTables) && tables.Length > 0)
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.RouteTables, (arm, token) => arm.ListRouteTablesAsync(subscriptionId, token),
                found => new Estate { RouteTables = EstateParts.ById(found, table => table.Id) },
                part => tables.All(part.RouteTables.ContainsKey), ["Microsoft.Network/routeTables/read"], stop);
        }

        string[] groups = [.. this.Subnets.Select(subnet => subnet.NetworkSecurityGroupId).OfType<string>()];
        bool atInterfaces = this.Asks(SurroundingKinds.NetworkInterfaces);
        if (this.Asks(SurroundingKinds.NetworkSecurityGroups) && (groups.Length > 0 || atInterfaces))
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.NetworkSecurityGroups, (arm, token) => arm.ListNetworkSecurityGroupsAsync(subscriptionId, token),
                found => new Estate { NetworkSecurityGroups = EstateParts.ById(found, group => group.Id) },
                part => !atInterfaces && groups.All(part.NetworkSecurityGroups.ContainsKey), ["Microsoft.Network/networkSecurityGroups/read"], stop);
        }
    }

    /// <summary>What stands in the networks with an address of its own; what stands in others is not kept.</summary>
    private IEnumerable<Func<CancellationToken, Task<Estate>>> Standing()
    {
        if (this.Asks(SurroundingKinds.NetworkInterfaces))
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.NetworkInterfaces, (arm, token) => arm.ListNetworkInterfacesAsync(subscriptionId, token),
                found => new Estate { NetworkInterfaces = [.. found.Where(nic => this.IsHere(nic.Addresses))] },
                _ => false, ["Microsoft.Network/networkInterfaces/read"], stop);
        }

        if (this.Asks(SurroundingKinds.ScaleSetInterfaces))
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.ScaleSetInterfaces, (arm, token) => arm.ListScaleSetInterfacesAsync(subscriptionId, token),
                found => new Estate { NetworkInterfaces = [.. found.Where(nic => this.IsHere(nic.Addresses))] },
                _ => false, ["Microsoft.Compute/virtualMachineScaleSets/read", "Microsoft.Compute/virtualMachineScaleSets/networkInterfaces/read"], stop);
        }

        if (this.Asks(SurroundingKinds.LoadBalancers))
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.LoadBalancers, (arm, token) => arm.ListLoadBalancersAsync(subscriptionId, token),
                found => new Estate { LoadBalancers = [.. found.Where(balancer => this.IsHere(balancer.Frontends))] },
                _ => false, ["Microsoft.Network/loadBalancers/read"], stop);
        }

        string[] places = [.. this.Subnets.Where(subnet => Is(subnet.Name, Subnet.Firewall)).Select(subnet => subnet.Id)];
        if (this.Asks(SurroundingKinds.Firewalls) && places.Length > 0)
        {
            yield return stop => reader.ListAsync(
                SurroundingKinds.Firewalls, (arm, token) => arm.ListFirewallsAsync(subscriptionId, token),
                found => new Estate { Firewalls = [.. found.Where(firewall => this.IsHere(firewall.Addresses))] },
                part => places.All(place => part.Firewalls.Any(firewall => firewall.Addresses.Any(address => Is(address.SubnetId, place)))),
                ["Microsoft.Network/azureFirewalls/read"], stop);
        }
    }

    private Task<Estate> ReadGatewayAsync(string gatewayId, ResourceId network, CancellationToken cancellationToken) => reader.ReadAsync(
        SurroundingKinds.Gateways,
        async (arm, stop) => new Estate { Gateways = [await arm.GetGatewayAsync(gatewayId, network, stop).ConfigureAwait(false)] }, cancellationToken);

    private Task<Estate> ReadGroupsAsync(ResourceId network, CancellationToken cancellationToken) => reader.ReadAsync(
        SurroundingKinds.ConnectedGroups,
        async (arm, stop) => new Estate { ConnectedGroups = await arm.ListConnectedGroupsAsync(network, stop).ConfigureAwait(false) }, cancellationToken);

    private bool Asks(SurroundingKinds kind) => (kinds & kind) != 0;

    private bool IsHere(IEnumerable<InterfaceAddress> addresses) => addresses.Any(address => _networks.Contains(NetworkOf(address.SubnetId)));

    private static string NetworkOf(string subnetId)
    {
        int end = subnetId.IndexOf("/subnets/", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? subnetId : subnetId.Substring(0, end);
    }

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
