using PeeringTools.Surroundings;

namespace PeeringTools.Fakes;

/// <summary>
/// Draws a small estate in one subscription. Networks are named, subnets are <c>network/subnet</c>; a name that a subnet mentions is an
/// id of that kind, so what was drawn hangs together.
/// </summary>
internal sealed partial class EstateSketch
{
    public const string Subscription = "11111111-1111-1111-1111-111111111111";

    private const string Group = "/subscriptions/" + Subscription + "/resourceGroups/rg/providers/";
    private const string NetworkProvider = Group + "Microsoft.Network/";

    private readonly Dictionary<string, VirtualNetwork> _networks = [];
    private readonly List<NetworkInterface> _interfaces = [];
    private readonly List<LoadBalancer> _balancers = [];
    private readonly List<AzureFirewall> _firewalls = [];
    private readonly List<NetworkGateway> _gateways = [];
    private readonly List<ConnectedGroup> _meshes = [];
    private readonly List<PrivateDnsZone> _zones = [];
    private readonly List<UnreadSurrounding> _unread = [];
    private readonly Dictionary<string, RouteTable> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NetworkSecurityGroup> _groups = new(StringComparer.OrdinalIgnoreCase);

    public static ResourceId IdOf(string network) => ResourceId.ForVirtualNetwork(Subscription, "rg", network);

    public static string SubnetIdOf(string path) => IdOf(path.Split('/')[0]).Text + "/subnets/" + path.Split('/')[1];

    public static string TableIdOf(string name) => NetworkProvider + "routeTables/" + name;

    public static string SecurityGroupIdOf(string name) => NetworkProvider + "networkSecurityGroups/" + name;

    public static string ApplicationGroupIdOf(string name) => NetworkProvider + "applicationSecurityGroups/" + name;

    public static string InterfaceIdOf(string name) => NetworkProvider + "networkInterfaces/" + name;

    public static string GatewayIdOf(string name) => NetworkProvider + "virtualNetworkGateways/" + name;

    public EstateSketch Network(string name, params string[] prefixes) => this.NetworkIn("westeurope", name, prefixes);

    public EstateSketch NetworkIn(string location, string name, params string[] prefixes)
    {
        _networks[name] = new VirtualNetwork
        {
            Id = IdOf(name),
            Location = location,
            AddressPrefixes = prefixes,
            ProvisioningState = "Succeeded",
            ResourceGuid = name,
        };
        return this;
    }

    /// <summary>Changes a network that was drawn before.</summary>
    public EstateSketch With(string network, Func<VirtualNetwork, VirtualNetwork> change)
    {
        _networks[network] = change(_networks[network]);
        return this;
    }

    /// <param name="path">The network and the subnet, for example <c>hub/AzureFirewallSubnet</c>.</param>
    /// <param name="prefix">One prefix, or several with a semicolon between.</param>
    /// <param name="table">Name of its route table.</param>
    /// <param name="group">Name of its network security group.</param>
    /// <param name="change">What else is special about it.</param>
    public EstateSketch Subnet(string path, string prefix, string? table = null, string? group = null, Func<Subnet, Subnet>? change = null)
    {
        Subnet subnet = new()
        {
            Id = SubnetIdOf(path),
            Name = path.Split('/')[1],
            AddressPrefixes = prefix.Split(';'),
            RouteTableId = table is null ? null : TableIdOf(table),
            NetworkSecurityGroupId = group is null ? null : SecurityGroupIdOf(group),
        };
        return this.With(path.Split('/')[0], n => n with { Subnets = [.. n.Subnets, change?.Invoke(subnet) ?? subnet] });
    }

    /// <summary>Peers two networks both ways, in sync and with access; the changes are made to each half.</summary>
    public EstateSketch Peer(string local, string remote, Action<PeeringSide>? onLocal = null, Action<PeeringSide>? onRemote = null) =>
        this.Half(local, remote, onLocal).Half(remote, local, onRemote);

    /// <summary>Draws one half of a connected peering; the other may be missing, to draw what the model must not trust.</summary>
    public EstateSketch Half(string local, string remote, Action<PeeringSide>? change = null)
    {
        VirtualNetwork from = _networks[local];
        string[] space = _networks.TryGetValue(remote, out VirtualNetwork? to) ? [.. to.AddressPrefixes] : [];
        PeeringSide side = new()
        {
            Exists = true,
            Id = from.Id.Peering("to-" + remote).Text,
            Name = "to-" + remote,
            VirtualNetworkId = from.Id.Text,
            VirtualNetworkName = local,
            ResourceGroupName = "rg",
            SubscriptionId = Subscription,
            Location = from.Location,
            RemoteVirtualNetworkId = IdOf(remote).Text,
            PeeringState = "Connected",
            PeeringSyncLevel = "FullyInSync",
            ProvisioningState = "Succeeded",
            AllowVirtualNetworkAccess = true,
            RemoteAddressSpace = space,
            RemoteVirtualNetworkAddressSpace = space,
            VirtualNetworkAddressSpace = [.. from.AddressPrefixes],
        };
        change?.Invoke(side);
        return this.With(local, n => n with { Peerings = [.. n.Peerings, side] });
    }

    /// <summary>The estate as drawn; everything that was not marked unread counts as read.</summary>
    public Estate Build() => new()
    {
        Networks = _networks.Values.ToDictionary(n => n.Id),
        Kinds = SurroundingKinds.All | SurroundingKinds.ConnectedGroups,
        Unread = _unread,
        NetworkSecurityGroups = _groups,
        RouteTables = _tables,
        NetworkInterfaces = _interfaces,
        LoadBalancers = _balancers,
        Firewalls = _firewalls,
        Gateways = _gateways,
        PrivateDnsZones = _zones,
        ConnectedGroups = _meshes,
    };
}
