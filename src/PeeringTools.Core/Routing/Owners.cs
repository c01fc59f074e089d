using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Owners by network and address.</summary>
internal sealed class Owners
{
    private readonly Estate _estate;
    private readonly Links _links;
    private readonly Dictionary<(ResourceId Network, AddressPrefix Address), AddressOwner> _owners = [];
    private readonly Dictionary<ResourceId, PrefixTable<SubnetPlace>> _subnets;

    public Owners(Estate estate, Links links, IReadOnlyDictionary<string, SubnetPlace> places)
    {
        _estate = estate;
        _links = links;
        _subnets = places.Values.GroupBy(p => p.Network.Id).ToDictionary(
            same => same.Key,
            same => new PrefixTable<SubnetPlace>(same.SelectMany(p => Prefixes.Read(p.Subnet.AddressPrefixes).Select(x => new KeyValuePair<AddressPrefix, SubnetPlace>(x, p)))));
        foreach (NetworkInterface nic in estate.NetworkInterfaces)
        {
            OwnerKind kind = nic.PrivateEndpointId is null ? OwnerKind.NetworkInterface : OwnerKind.PrivateEndpoint;
            Add(nic.Addresses, kind, nic.Id, nic.Name, [nic]);
        }

        ILookup<string, NetworkInterface> nics = estate.NetworkInterfaces.ToLookup(n => n.Id, StringComparer.OrdinalIgnoreCase);
        foreach (LoadBalancer balancer in estate.LoadBalancers)
        {
            Add(balancer.Frontends, OwnerKind.LoadBalancer, balancer.Id, balancer.Name, [.. balancer.BackendInterfaceIds.SelectMany(id => nics[id])]);
        }

        foreach (AzureFirewall firewall in estate.Firewalls) Add(firewall.Addresses, OwnerKind.Firewall, firewall.Id, firewall.Name, []);

        void Add(IEnumerable<InterfaceAddress> addresses, OwnerKind kind, string id, string name, IReadOnlyList<NetworkInterface> interfaces)
        {
            foreach (InterfaceAddress at in addresses)
            {
                if (!places.TryGetValue(at.SubnetId, out SubnetPlace? place) || !AddressPrefix.TryParse(at.PrivateIPAddress, out AddressPrefix address)) continue;
                _owners[(place.Network.Id, address)] =
                    new AddressOwner { Kind = kind, Address = address, Id = id, Name = name, Place = place, Interfaces = interfaces };
            }
        }
    }

    /// <summary>Looks in the network itself and in those it is connected to directly: no further does Azure carry a packet by itself.</summary>
    public AddressOwner Of(AddressPrefix address, ResourceId network)
    {
        ResourceId? home = this.HomeOf(address, network);
        if (home is not null && _owners.TryGetValue((home, address), out AddressOwner? owner)) return owner;
        PeeringError? problem = home is null ? null : this.WhyUnknown(home);
        return new AddressOwner
        {
            Kind = problem is null && (home is null || this.KnowsAppliances(home)) ? OwnerKind.Nobody : OwnerKind.Unreadable,
            Address = address,
            Name = address.Address,
            Place = home is null ? null : this.SubnetOf(address, home),
            Problem = problem,
        };
    }

    public SubnetPlace? SubnetOf(AddressPrefix address, ResourceId network) =>
        _subnets.TryGetValue(network, out PrefixTable<SubnetPlace>? subnets) ? subnets.Containing(address).FirstOrDefault() : null;

    /// <summary>The network that has the address, seen from one; null where neither it nor a directly connected one does.</summary>
    public ResourceId? HomeOf(AddressPrefix address, ResourceId network)
    {
        if (_estate.Networks.TryGetValue(network, out VirtualNetwork? own) && Prefixes.Contain(Prefixes.Read(own.AddressPrefixes), address)) return network;
        if (_links.Of(network).FirstOrDefault(link => Prefixes.Contain(link.Prefixes, address)) is Link link) return link.RemoteId;
        return _estate.ConnectedGroups.Where(g => g.Members.Contains(network)).SelectMany(g => g.Members)
            .FirstOrDefault(id => _estate.Networks.TryGetValue(id, out VirtualNetwork? member) && Prefixes.Contain(Prefixes.Read(member.AddressPrefixes), address));
    }

    private PeeringError? WhyUnknown(ResourceId home) => _estate.WhyUnread(SurroundingKinds.Appliances, home.SubscriptionId);

    private bool KnowsAppliances(ResourceId home) => _estate.Networks.ContainsKey(home) && _estate.Knows(SurroundingKinds.Appliances, home.SubscriptionId);
}
