using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>What the names in a rule's addresses stand for at one subnet.</summary>
internal sealed class AddressTags
{
    /// <summary>The platform's own address: load balancer probes, DNS, the agent.</summary>
    public const string Platform = "168.63.129.16/32";

    private static readonly string[] Private = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", Platform];

    private readonly VirtualNetwork _network;
    private readonly Estate _estate;

    public AddressTags(Subnet subnet, Estate estate)
    {
        _network = subnet.Parent;
        _estate = estate;
        VirtualNetwork =
        [
            .. Connected(subnet, estate).Concat(UserRoutes.Of(subnet, estate).Where(r => r.Range is not null).Select(r => r.Prefix)).Append(Platform).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Itself, what it is connected to, what its route table names, and the platform's address.</summary>
    public string[] VirtualNetwork { get; }

    /// <summary>The prefixes of a tag; null for one that the lab knows no list of, and for what is no tag.</summary>
    public string[]? Expand(string text) => text switch
    {
        "VirtualNetwork" => VirtualNetwork,
        "AzureLoadBalancer" => [Platform],
        "Storage" or "Sql" => [ServiceEndpoints.Range("Microsoft." + text)],
        "AzureKeyVault" => [ServiceEndpoints.Range("Microsoft.KeyVault")],
        _ => null,
    };

    public bool Holds(string text, Cidr address) => text switch
    {
        "*" => true,
        "Internet" => !Any(Private, address) && !Any(_network.AddressSpace.Prefixes, address),
        _ => Any(Expand(text) ?? [text], address),
    };

    /// <summary>The addresses of an application security group.</summary>
    public IEnumerable<string> MembersOf(string groupId) => Interface.All(_estate)
        .SelectMany(nic => nic.Addresses).Where(a => a.ApplicationGroups.Any(g => g.Same(groupId))).Select(a => a.Text);

    private static bool Any(IEnumerable<string> prefixes, Cidr address) =>
        prefixes.Any(p => (Cidr.TryParse(p, out Cidr range) && range.Contains(address)) || (Cidr.TryParseAddress(p, out Cidr one) && one.Contains(address)));

    /// <summary>A peer belongs to it while access is allowed.</summary>
    private static IEnumerable<string> Connected(Subnet subnet, Estate estate) => subnet.Parent.AddressSpace.Prefixes
        .Concat(subnet.Parent.Peerings.Where(p => p is { State: PeeringState.Connected, Flags.AllowVirtualNetworkAccess: true }).SelectMany(p => PeeringRoutes.Reached(p, estate)))
        .Concat(ConnectedGroups.Fellows(subnet.Parent, estate).SelectMany(n => n.AddressSpace.Prefixes))
        .Concat(GatewayRoutes.Of(subnet.Parent, estate).Select(r => r.Prefix));
}
