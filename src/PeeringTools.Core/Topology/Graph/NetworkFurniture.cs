using PeeringTools.Surroundings;

namespace PeeringTools.Topology;

/// <summary>Puts into the networks what the estate says stands in them, and on the links where route tables send traffic.</summary>
internal sealed class NetworkFurniture(Estate estate)
{
    private readonly Dictionary<string, List<string>> _gateways = Collect();
    private readonly Dictionary<string, List<string>> _firewalls = Collect();
    private readonly Dictionary<string, List<string>> _appliances = Collect();
    private readonly Dictionary<string, List<string>> _zones = Collect();

    public void Furnish(IReadOnlyDictionary<string, PeeringTopologyNode> nodes, IEnumerable<PeeringTopologyLink> links)
    {
        this.Sort();
        Dictionary<string, AddressPrefix[]> spaces = nodes.ToDictionary(entry => entry.Key, entry => Parse(entry.Value.AddressSpace), StringComparer.Ordinal);
        foreach (KeyValuePair<string, PeeringTopologyNode> entry in nodes)
        {
            entry.Value.Gateways = Names(_gateways, entry.Key);
            entry.Value.Firewalls = Names(_firewalls, entry.Key);
            entry.Value.Appliances = Names(_appliances, entry.Key);
            entry.Value.DnsZones = Names(_zones, entry.Key);
        }

        CountResolvers(nodes, spaces);
        Dictionary<string, AddressPrefix[]> hops = estate.Networks.Values.ToDictionary(network => Key(network.Id.Text), this.HopsOf, StringComparer.Ordinal);
        foreach (PeeringTopologyLink link in links)
        {
            (string local, string remote) = (Key(link.LocalVirtualNetworkId), Key(link.RemoteVirtualNetworkId));
            bool Sends(string from, string to) => hops.TryGetValue(from, out AddressPrefix[]? own) && own.Any(hop => spaces[to].Any(prefix => prefix.Contains(hop)));
            link.RoutesThroughPeer = LinkMaker.Of(Sends(local, remote), Sends(remote, local));
        }
    }

    private void Sort()
    {
        foreach (NetworkGateway gateway in estate.Gateways) Put(_gateways, gateway.VirtualNetworkId.Text, gateway.Name);
        foreach (VirtualNetwork network in estate.Networks.Values)
            foreach (string id in network.GatewayIds) Put(_gateways, network.Id.Text, LastName(id));
        foreach (AzureFirewall firewall in estate.Firewalls)
            foreach (InterfaceAddress address in firewall.Addresses) Put(_firewalls, NetworkOf(address.SubnetId), firewall.Name);
        foreach (NetworkInterface nic in estate.NetworkInterfaces.Where(nic => nic.EnableIPForwarding))
            foreach (InterfaceAddress address in nic.Addresses) Put(_appliances, NetworkOf(address.SubnetId), LastName(nic.VirtualMachineId ?? nic.Name));
        foreach (PrivateDnsZone zone in estate.PrivateDnsZones)
            foreach (string id in zone.LinkedVirtualNetworkIds) Put(_zones, id, zone.Name);
    }

    /// <summary>A server is where its address lies; the network that holds it resolves for all others that name it.</summary>
    private static void CountResolvers(IReadOnlyDictionary<string, PeeringTopologyNode> nodes, IReadOnlyDictionary<string, AddressPrefix[]> spaces)
    {
        foreach (IGrouping<string, string> users in nodes
            .SelectMany(entry => entry.Value.DnsServers.Distinct(StringComparer.Ordinal).Select(server => (Server: server, User: entry.Key)))
            .GroupBy(use => use.Server, use => use.User, StringComparer.Ordinal))
        {
            if (!AddressPrefix.TryParse(users.Key, out AddressPrefix server)) continue;
            foreach (KeyValuePair<string, AddressPrefix[]> space in spaces.Where(space => space.Value.Any(prefix => prefix.Contains(server))))
                nodes[space.Key].ResolvesFor = Math.Max(nodes[space.Key].ResolvesFor, users.Count(user => user != space.Key));
        }
    }

    /// <summary>The addresses that the route tables of a network's subnets send traffic to.</summary>
    private AddressPrefix[] HopsOf(VirtualNetwork network) => Parse(network.Subnets
        .Select(subnet => subnet.RouteTableId is string id && estate.RouteTables.TryGetValue(id, out RouteTable? table) ? table : null)
        .OfType<RouteTable>()
        .SelectMany(table => table.Routes)
        .Select(route => route.NextHopIpAddress)
        .OfType<string>());

    private static AddressPrefix[] Parse(IEnumerable<string> texts) =>
        [.. texts.Select(text => AddressPrefix.TryParse(text, out AddressPrefix prefix) ? prefix : (AddressPrefix?)null).OfType<AddressPrefix>().Distinct()];

    private static Dictionary<string, List<string>> Collect() => new(StringComparer.Ordinal);

    private static void Put(Dictionary<string, List<string>> names, string virtualNetworkId, string name)
    {
        string key = Key(virtualNetworkId);
        if (!names.TryGetValue(key, out List<string>? known)) names.Add(key, known = []);
        if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) known.Add(name);
    }

    private static string[] Names(Dictionary<string, List<string>> names, string key) =>
        names.TryGetValue(key, out List<string>? known) ? [.. known.OrderBy(name => name, StringComparer.Ordinal)] : [];

    private static string NetworkOf(string subnetId)
    {
        int end = subnetId.IndexOf("/subnets/", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? subnetId : subnetId[..end];
    }

    private static string LastName(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string Key(string id) => id.ToLowerInvariant();
}
