using Microsoft.Extensions.Time.Testing;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>A small estate in few words: whole and healthy unless a test breaks something. Pairs are made of it as a scan makes them.</summary>
internal sealed class HealthEstate
{
    public const string Subscription = "11111111-1111-1111-1111-111111111111";

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, VirtualNetwork> _networks = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RemoteVisibility> _unread = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UnreadSurrounding> _unreadKinds = [];

    public Dictionary<string, NetworkSecurityGroup> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, RouteTable> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<NetworkInterface> Interfaces { get; } = [];

    public List<AzureFirewall> Firewalls { get; } = [];

    public List<PrivateDnsZone> Zones { get; } = [];

    public SurroundingKinds Kinds { get; set; } = SurroundingKinds.All;

    public PeeringPair[]? Baseline { get; set; }

    public static ResourceId Id(string name) => ResourceId.ForVirtualNetwork(Subscription, "rg", name);

    public static string Resource(string type, string name) => $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.Network/{type}/{name}";

    /// <summary>A network with one subnet, app, in the first half of its prefix, filtered by an empty group.</summary>
    public HealthEstate Network(string name, string prefix, Func<VirtualNetwork, VirtualNetwork>? change = null)
    {
        string group = Resource("networkSecurityGroups", "nsg-" + name);
        Groups[group] = new NetworkSecurityGroup { Id = group, Name = "nsg-" + name };
        VirtualNetwork network = new() { Id = Id(name), Location = "westeurope", ProvisioningState = "Succeeded", AddressPrefixes = [prefix] };
        network = network with { Subnets = [Subnet(name, "app", prefix) with { NetworkSecurityGroupId = group }] };
        _networks[name] = change is null ? network : change(network);
        return this;
    }

    public static Subnet Subnet(string network, string name, string prefix) =>
        new() { Id = $"{Id(network)}/subnets/{name}", Name = name, AddressPrefixes = [prefix] };

    public HealthEstate Change(string name, Func<VirtualNetwork, VirtualNetwork> change)
    {
        _networks[name] = change(_networks[name]);
        return this;
    }

    /// <summary>Both halves, Connected and in sync.</summary>
    public HealthEstate Pair(string one, string other, Action<PeeringSide>? ofOne = null, Action<PeeringSide>? ofOther = null) =>
        this.Half(one, other, ofOne).Half(other, one, ofOther);

    /// <summary>One half. A network that is not in the estate has the prefix 10.99.0.0/16.</summary>
    public HealthEstate Half(string from, string to, Action<PeeringSide>? change = null)
    {
        VirtualNetwork network = _networks[from];
        string[] prefixes = _networks.TryGetValue(to, out VirtualNetwork? peer) ? [.. peer.AddressPrefixes] : ["10.99.0.0/16"];
        PeeringSide side = new()
        {
            Exists = true,
            Id = network.Id.Peering("to-" + to).Text,
            Name = "to-" + to,
            VirtualNetworkId = network.Id.Text,
            VirtualNetworkName = from,
            ResourceGroupName = "rg",
            SubscriptionId = Subscription,
            Location = network.Location,
            RemoteVirtualNetworkId = Id(to).Text,
            PeeringState = "Connected",
            PeeringSyncLevel = "FullyInSync",
            ProvisioningState = "Succeeded",
            AllowVirtualNetworkAccess = true,
            RemoteAddressSpace = prefixes,
            RemoteVirtualNetworkAddressSpace = prefixes,
        };
        change?.Invoke(side);
        return this.Change(from, n => n with { Peerings = [.. n.Peerings, side] });
    }

    /// <summary>Says why a network that is not in the estate could not be read.</summary>
    public HealthEstate Unreadable(string name, RemoteVisibility visibility)
    {
        _unread[Id(name).Text] = visibility;
        return this;
    }

    /// <summary>A kind that this identity may not read.</summary>
    public HealthEstate Denied(SurroundingKinds kind)
    {
        _unreadKinds.Add(new UnreadSurrounding(kind, Subscription, PeeringError.Of(nameof(Errors.AccessDenied), Subscription, Subscription, "no Reader")));
        return this;
    }

    public HealthEstate Tag(string network, string name, string value) => this.Change(
        network, n => n with { Tags = new Dictionary<string, string>(n.Tags) { [name] = value } });

    public HealthEstate Rule(string network, SecurityRule rule)
    {
        string id = Resource("networkSecurityGroups", "nsg-" + network);
        Groups[id] = Groups[id] with { SecurityRules = [.. Groups[id].SecurityRules, rule] };
        return this;
    }

    /// <summary>A table on the app subnet of the network.</summary>
    public HealthEstate Route(string network, string name, string prefix, string type, string? address = null)
    {
        string id = Resource("routeTables", "rt-" + network);
        RouteTable table = Tables.TryGetValue(id, out RouteTable? known) ? known : new RouteTable { Id = id, Name = "rt-" + network };
        Tables[id] = table with
        {
            Routes = [.. table.Routes, new UserRoute { Name = name, AddressPrefix = prefix, NextHopType = type, NextHopIpAddress = address }],
        };
        return this.Change(network, n => n with { Subnets = [.. n.Subnets.Select(s => s.Name == "app" ? s with { RouteTableId = id } : s)] });
    }

    public HealthEstate Machine(string network, string address, bool forwards = false)
    {
        Interfaces.Add(new NetworkInterface
        {
            Id = Resource("networkInterfaces", "nic-" + address),
            Name = "nic-" + address,
            EnableIPForwarding = forwards,
            VirtualMachineId = Resource("virtualMachines", "vm-" + address),
            Addresses = [new InterfaceAddress { SubnetId = $"{Id(network)}/subnets/app", PrivateIPAddress = address }],
        });
        return this;
    }

    public HealthEstate Firewall(string network, string address)
    {
        Firewalls.Add(new AzureFirewall
        {
            Id = Resource("azureFirewalls", "afw-" + network),
            Name = "afw-" + network,
            Addresses = [new InterfaceAddress { SubnetId = $"{Id(network)}/subnets/AzureFirewallSubnet", PrivateIPAddress = address }],
        });
        return this.Change(network, n => n with { Subnets = [.. n.Subnets, Subnet(network, "AzureFirewallSubnet", address + "/26")] });
    }

    public HealthEstate Gateway(string network) =>
        this.Change(network, n => n with { GatewayIds = [Resource("virtualNetworkGateways", "vgw-" + network)] });

    public HealthEstate Zone(string name, params string[] networks)
    {
        Zones.Add(new PrivateDnsZone { Id = Resource("privateDnsZones", name), Name = name, LinkedVirtualNetworkIds = [.. networks.Select(n => Id(n).Text)] });
        return this;
    }

    public Estate Build() => new()
    {
        Networks = _networks.Values.ToDictionary(network => network.Id),
        Kinds = Kinds,
        Unread = _unreadKinds,
        NetworkSecurityGroups = Groups,
        RouteTables = Tables,
        NetworkInterfaces = Interfaces,
        Firewalls = Firewalls,
        PrivateDnsZones = Zones,
    };

    /// <summary>The pairs as a scan of the whole estate gives them.</summary>
    public IReadOnlyList<PeeringPair> Pairs()
    {
        PairBuilder builder = new(new FakeTimeProvider(Now), PairBuilder.ResourceManager, false);
        PairAssembler assembler = new();
        List<PeeringPair> pairs = [.. _networks.Values.SelectMany(assembler.Accept).Select(ends => builder.Build(ends.One, ends.Other))];
        foreach (OpenSide open in assembler.TakeRemaining())
        {
            string remote = open.RemoteId?.Text ?? open.End.Side!.RemoteVirtualNetworkId;
            pairs.Add(builder.Build(open.End, PairEnd.Unread(remote, _unread.GetValueOrDefault(remote, RemoteVisibility.Unknown))));
        }

        return pairs;
    }

    public HealthRun Run(params HealthRule[] rules) => new(this.Build(), new FakeTimeProvider(Now), new HealthOptions
    {
        Rules = rules.Length == 0 ? RuleCatalogue.All : rules,
        MinimumSeverity = PeeringSeverity.Information,
        Baseline = Baseline?.ToDictionary(pair => pair.PairId),
    });

    /// <summary>What every rule says of the first pair.</summary>
    public PeeringHealthReport Report() => this.Run().Check(this.Pairs()[0]);
}
