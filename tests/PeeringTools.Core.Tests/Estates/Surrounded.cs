using PeeringTools.Access;
using PeeringTools.Fakes;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>A hub with a firewall and a gateway, a spoke beside it and one in another subscription, and something of every kind.</summary>
internal sealed class Surrounded
{
    public const string First = FakeArmNetwork.DefaultSubscription;
    public const string Second = "00000000-0000-0000-0000-000000000002";
    public const string Central = "00000000-0000-0000-0000-000000000003";

    public Surrounded()
    {
        Hub = Azure.Add("hub", "10.0.0.0/16");
        Spoke = Azure.Add("spoke", "10.1.0.0/16");
        Far = Azure.Add("far", "10.2.0.0/16", subscription: Second);
        _ = Azure.AddSubscription(Central);
        Azure.Peer(Hub, Spoke);
        Azure.Peer(Far, Hub);
        Hub.GatewayIds.Add(Id(First, "virtualNetworkGateways", "gw"));
        Around.Gateways.Add(new NetworkGateway { Id = Hub.GatewayIds[0], Name = "gw", VirtualNetworkId = Hub.Id, GatewayType = "Vpn" });
        string firewall = Hub.AddSubnet(Subnet.Firewall, "10.0.1.0/26").Id;
        Around.Firewalls.Add(new AzureFirewall { Id = Id(First, "azureFirewalls", "fw"), Name = "fw", Addresses = [At(firewall, "10.0.1.4")] });
        this.Bind(Spoke, First);
        this.Bind(Far, Second);
        Around.PrivateDnsZones.Add(new PrivateDnsZone { Id = Id(Central, "privateDnsZones", "zone"), Name = "zone", LinkedVirtualNetworkIds = [Hub.Id.Text] });
        Around.ConnectedGroups.Add(new ConnectedGroup { Id = "/group", Members = [Spoke.Id, Far.Id] });
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public FakeArmNetwork Azure { get; } = new();

    public FakeSurroundings Around => Azure.Around;

    public RecordingReporter Reporter { get; } = new();

    public FakeNetwork Hub { get; }

    public FakeNetwork Spoke { get; }

    public FakeNetwork Far { get; }

    public static string Id(string subscription, string type, string name) => $"/subscriptions/{subscription}/resourceGroups/rg/providers/Microsoft.Network/{type}/{name}";

    public static InterfaceAddress At(string subnetId, string address) => new() { SubnetId = subnetId, PrivateIPAddress = address };

    public Task<EstateReading> ReadAsync(SurroundingKinds kinds, params ResourceId[] networks) => this.ReadAsync(PairScope.Of(networks), kinds);

    public Task<EstateReading> ReadAsync(PairScope scope, SurroundingKinds kinds) =>
        new EstateReader(new NetworkAccess([new FakeConnection(Azure)], Reporter)).ReadAsync(scope, kinds, Token);

    /// <summary>The kinds that are unread, each with its subscription's last digit and the error.</summary>
    public static string[] UnreadOf(EstateReading reading) =>
        [.. reading.Estate.Unread.Select(unread => $"{unread.Kind} {unread.SubscriptionId[^1]} {unread.Problem.Id}").Order(StringComparer.Ordinal)];

    /// <summary>Gives a network a subnet with a group, a table, an interface and a scale set's, all of its own subscription.</summary>
    private void Bind(FakeNetwork network, string subscription)
    {
        RouteTable table = new() { Id = Id(subscription, "routeTables", "rt"), Name = "rt" };
        NetworkSecurityGroup group = new() { Id = Id(subscription, "networkSecurityGroups", "nsg"), Name = "nsg" };
        Around.RouteTables.Add(table);
        Around.NetworkSecurityGroups.Add(group);
        // Azure's ids come in whatever casing their writers used.
        string subnet = network.AddSubnet("app", "10.9.0.0/24", s => s with { RouteTableId = table.Id.ToUpperInvariant(), NetworkSecurityGroupId = group.Id }).Id;
        Around.NetworkInterfaces.Add(new NetworkInterface { Id = Id(subscription, "networkInterfaces", "nic"), Name = "nic", Addresses = [At(subnet.ToUpperInvariant(), "10.9.0.4")] });
        Around.ScaleSetInterfaces.Add(new NetworkInterface { Id = Id(subscription, "networkInterfaces", "vmss"), Name = "vmss", Addresses = [At(subnet, "10.9.0.5")] });
        Around.LoadBalancers.Add(new LoadBalancer { Id = Id(subscription, "loadBalancers", "lb"), Name = "lb", Frontends = [At(subnet, "10.9.0.6")] });
    }
}
