using System.Globalization;
using PeeringTools.Surroundings;

namespace PeeringTools.RuleBench;

/// <summary>Ten hubs in a mesh and 990 spokes, each peered with two of them, with tables, groups and machines. The same in every run.</summary>
internal static class RandomEstate
{
    public const int Networks = 1000;

    private const int Hubs = 10;
    private const int RoutesOfSpoke = 5;
    private const int RulesOfGroup = 20;
    private const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Network/";

    public static Estate Build()
    {
        Random random = new(1);
        Dictionary<int, List<int>> peers = Enumerable.Range(0, Networks).ToDictionary(n => n, _ => new List<int>());
        foreach ((int one, int other) in Couples())
        {
            peers[one].Add(other);
            peers[other].Add(one);
        }

        RouteTable[] tables = [.. Enumerable.Range(0, Networks).Select(n => Table(n, random))];
        NetworkSecurityGroup[] groups = [.. Enumerable.Range(0, Networks).Select(n => SecurityGroup(n, random))];
        return new Estate
        {
            Networks = Enumerable.Range(0, Networks).Select(n => Network(n, peers[n])).ToDictionary(network => network.Id),
            Kinds = SurroundingKinds.All,
            RouteTables = tables.ToDictionary(table => table.Id, StringComparer.OrdinalIgnoreCase),
            NetworkSecurityGroups = groups.ToDictionary(group => group.Id, StringComparer.OrdinalIgnoreCase),
            NetworkInterfaces = [.. Enumerable.Range(0, Networks).SelectMany(n => new[] { Machine(n, 0, 4), Machine(n, 1, 132) })],
            Firewalls = [.. Enumerable.Range(0, Hubs).Select(Firewall)],
            PrivateDnsZones = [new PrivateDnsZone { Id = Group + "privateDnsZones/corp", Name = "corp", LinkedVirtualNetworkIds = [.. Enumerable.Range(0, Networks).Select(n => IdOf(n).Text)] }],
        };
    }

    private static IEnumerable<(int One, int Other)> Couples()
    {
        for (int one = 0; one < Hubs; one++)
            for (int other = one + 1; other < Hubs; other++) yield return (one, other);
        for (int spoke = Hubs; spoke < Networks; spoke++)
        {
            yield return (spoke % Hubs, spoke);
            yield return ((spoke + 1) % Hubs, spoke);
        }
    }

    private static ResourceId IdOf(int n) => ResourceId.Parse(Group + "virtualNetworks/vnet-" + n.ToString("0000", CultureInfo.InvariantCulture));

    private static string Space(int n, string rest) => string.Create(CultureInfo.InvariantCulture, $"10.{n / 256}.{n % 256}.{rest}");

    private static string FirewallAddress(int hub) => Space(hub, "196");

    private static VirtualNetwork Network(int n, List<int> peers)
    {
        ResourceId id = IdOf(n);
        Subnet[] subnets = [Subnet(n, "app", "0/25"), Subnet(n, "data", "128/26")];
        if (n < Hubs) subnets = [.. subnets, new Subnet { Id = $"{id}/subnets/AzureFirewallSubnet", Name = "AzureFirewallSubnet", AddressPrefixes = [Space(n, "192/26")] }];
        return new VirtualNetwork
        {
            Id = id,
            Location = n % 7 == 0 ? "northeurope" : "westeurope",
            ProvisioningState = "Succeeded",
            AddressPrefixes = [Space(n, "0/24")],
            Tags = new Dictionary<string, string> { ["environment"] = n < Hubs ? "shared" : "prod" },
            DnsServers = n % 10 == 3 ? [FirewallAddress(n % Hubs)] : [],
            Subnets = subnets,
            Peerings = [.. peers.Select(peer => Side(id, n, peer))],
        };
    }

    private static Subnet Subnet(int n, string name, string rest) => new()
    {
        Id = $"{IdOf(n)}/subnets/{name}",
        Name = name,
        AddressPrefixes = [Space(n, rest)],
        RouteTableId = Group + "routeTables/rt-" + n,
        NetworkSecurityGroupId = Group + "networkSecurityGroups/nsg-" + n,
    };

    private static PeeringSide Side(ResourceId id, int n, int peer) => new()
    {
        Exists = true,
        Id = id.Peering("to-" + peer).Text,
        Name = "to-" + peer,
        VirtualNetworkId = id.Text,
        VirtualNetworkName = id.Name,
        ResourceGroupName = "rg",
        SubscriptionId = id.SubscriptionId,
        RemoteVirtualNetworkId = IdOf(peer).Text,
        PeeringState = "Connected",
        PeeringSyncLevel = "FullyInSync",
        ProvisioningState = "Succeeded",
        AllowVirtualNetworkAccess = true,
        AllowForwardedTraffic = n >= Hubs,
        RemoteAddressSpace = [Space(peer, "0/24")],
        RemoteVirtualNetworkAddressSpace = [Space(peer, "0/24")],
    };

    /// <summary>A default route to the first hub's firewall, and some ways to other spokes through it.</summary>
    private static RouteTable Table(int n, Random random) => new()
    {
        Id = Group + "routeTables/rt-" + n,
        Name = "rt-" + n,
        Routes = n < Hubs ? [] : [.. Enumerable.Range(0, RoutesOfSpoke).Select(i => new UserRoute
        {
            Name = "route-" + i,
            AddressPrefix = i == 0 ? "0.0.0.0/0" : Space(random.Next(Hubs, Networks), "0/24"),
            NextHopType = "VirtualAppliance",
            NextHopIpAddress = FirewallAddress(n % Hubs),
        }).GroupBy(route => route.AddressPrefix).Select(same => same.First())],
    };

    private static NetworkSecurityGroup SecurityGroup(int n, Random random) => new()
    {
        Id = Group + "networkSecurityGroups/nsg-" + n,
        Name = "nsg-" + n,
        SecurityRules = [.. Enumerable.Range(0, RulesOfGroup).Select(i => new SecurityRule
        {
            Name = "rule-" + i,
            Priority = 100 + i,
            Direction = i % 4 == 3 ? "Outbound" : "Inbound",
            Access = i % 5 == 4 ? "Deny" : "Allow",
            Protocol = "Tcp",
            SourceAddressPrefixes = [i % 6 == 0 ? "VirtualNetwork" : Space(random.Next(Networks), "0/24")],
            DestinationAddressPrefixes = ["*"],
            SourcePortRanges = ["*"],
            DestinationPortRanges = ["443", "8000-8100"],
        })],
    };

    private static NetworkInterface Machine(int n, int number, int host) => new()
    {
        Id = $"{Group}networkInterfaces/nic-{n}-{number}",
        Name = $"nic-{n}-{number}",
        VirtualMachineId = $"{Group}virtualMachines/vm-{n}-{number}",
        Addresses = [new InterfaceAddress { SubnetId = $"{IdOf(n)}/subnets/{(number == 0 ? "app" : "data")}", PrivateIPAddress = Space(n, host.ToString(CultureInfo.InvariantCulture)) }],
    };

    private static AzureFirewall Firewall(int hub) => new()
    {
        Id = Group + "azureFirewalls/afw-" + hub,
        Name = "afw-" + hub,
        Addresses = [new InterfaceAddress { SubnetId = $"{IdOf(hub)}/subnets/AzureFirewallSubnet", PrivateIPAddress = FirewallAddress(hub) }],
    };
}
