using System.Globalization;
using System.Text.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>Many networks: hubs with up to 199 spokes each that share a firewall, routes and rules, hubs chained in a line, over several subscriptions.</summary>
internal static class LargeEstate
{
    private const int PerHub = 200;
    private const int PerSubscription = 1000;

    public static void Build(EstateBuilder build, int networks)
    {
        if (networks is < 1 or > 50_000)
        {
            throw new ArgumentOutOfRangeException(nameof(networks), networks, "Large has from 1 to 50000 networks.");
        }

        VirtualNetwork? hub = null;
        VirtualNetwork? before = null;
        KeyValuePair<string, JsonElement>[] shared = [];
        for (int i = 0; i < networks; i++)
        {
            Subscription subscription = build.Subscription("Landing zone " + ((i / PerSubscription) + 1).ToString("00", CultureInfo.InvariantCulture));
            ResourceGroup group = EstateBuilder.Group(subscription, "rg-net-" + ((i / PerHub) + 1).ToString("000", CultureInfo.InvariantCulture));
            // 65,536 ranges of 256 addresses: 10.0.0.0/8 holds them all without overlap.
            string prefix = $"10.{i / 256}.{i % 256}.0/24";
            bool isHub = i % PerHub == 0;
            string name = (isHub ? "vnet-hub-" : "vnet-spoke-") + (i + 1).ToString("00000", CultureInfo.InvariantCulture);
            VirtualNetwork network = build.Network(group, name, prefix, null, ("snet-app", $"10.{i / 256}.{i % 256}.0/25"));
            EstateBuilder.Tag(network, "environment", i % 2 == 0 ? "prod" : "test");
            if (isHub)
            {
                (before, hub) = (hub, network);
                shared = Shared(build, hub, i);
                if (before is not null)
                {
                    build.Pair(before, hub);
                }
            }
            else
            {
                network.Subnets[0].Others.AddRange(shared);
                build.Pair(hub!, network, null, s => s.AllowForwardedTraffic = true);
            }
        }
    }

    /// <summary>One firewall, one route table and one security group serve a hub and all its spokes, so that the estate stays small.</summary>
    private static KeyValuePair<string, JsonElement>[] Shared(EstateBuilder build, VirtualNetwork hub, int i)
    {
        hub.Subnets.Add(new Subnet(hub, "AzureFirewallSubnet") { Prefixes = new AddressSpace([$"10.{i / 256}.{i % 256}.128/26"]) });
        string number = hub.Name.Substring("vnet-hub-".Length);
        string firewall = build.Firewall(hub, "afw-" + number);
        string routes = build.RouteTable(hub.Group, "rt-spokes-" + number, firewall);
        build.Guard(hub.Group, "nsg-app-" + number, [hub.Subnets[0]], Rule.AllowIn("AllowWeb", 100, "10.0.0.0/8", "*", "443", "Tcp"), Rule.DenyIn("DenyOthers", 4000, "10.0.0.0/8"));
        return [LoadedJson.Reference("routeTable", routes), .. hub.Subnets[0].Others];
    }
}
