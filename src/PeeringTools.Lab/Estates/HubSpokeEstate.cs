using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>A healthy hub with twelve spokes that use its gateway and its firewall, and a thirteenth that waits to be peered.</summary>
internal static class HubSpokeEstate
{
    private const string HubPrefix = "10.0.0.0/22";
    private const string SitePrefix = "192.168.0.0/16";

    private static readonly string[] Environments = ["prod", "test", "dev"];

    public static void Build(EstateBuilder build)
    {
        ResourceGroup connectivity = EstateBuilder.Group(build.Subscription("Connectivity"), "rg-hub-weu");
        ResourceGroup workloads = EstateBuilder.Group(build.Subscription("Workloads"), "rg-spokes-weu");
        VirtualNetwork hub = Hub(build, connectivity, out string firewall);
        string routes = build.RouteTable(workloads, "rt-spokes", firewall);
        VirtualNetwork[] spokes = [.. Enumerable.Range(1, 13).Select(i => Spoke(build, workloads, i, routes))];
        foreach (VirtualNetwork spoke in spokes.Take(12))
        {
            build.Pair(hub, spoke, h => h.AllowGatewayTransit = true, s =>
            {
                s.UseRemoteGateways = true;
                s.AllowForwardedTraffic = true;
            });
        }

        build.Zone(connectivity, "corp.contoso.example", [hub, .. spokes]);
        build.Watcher(connectivity.Subscription);
        build.Watcher(workloads.Subscription);
    }

    /// <summary>The services that all spokes share stand in snet-shared.</summary>
    private static VirtualNetwork Hub(EstateBuilder build, ResourceGroup group, out string firewall)
    {
        VirtualNetwork hub = build.Network(group, "vnet-hub", HubPrefix, null,
            ("GatewaySubnet", "10.0.0.0/27"), ("AzureFirewallSubnet", "10.0.1.0/26"), ("snet-shared", "10.0.2.0/24"));
        EstateBuilder.Tag(hub, "environment", "shared");
        build.Gateway(hub, "vgw-hub");
        build.Site(group, "vgw-hub", SitePrefix);
        firewall = build.Firewall(hub, "afw-hub");
        Subnet shared = hub.FindSubnet("snet-shared")!;
        build.Guard(group, "nsg-shared", [shared],
            Rule.AllowIn("AllowOwn", 90, HubPrefix, HubPrefix),
            Rule.AllowIn("AllowServicesFromSpokes", 100, "10.0.0.0/8", "10.0.2.0/24", "443", "Tcp"),
            Rule.AllowIn("AllowServicesFromSite", 110, SitePrefix, "10.0.2.0/24", "443", "Tcp"),
            Rule.DenyIn("DenyOtherFromSpokes", 4000, "10.0.0.0/8"));
        build.Machine(shared, "logging", 4);
        build.Machine(shared, "identity", 5);
        return hub;
    }

    /// <summary>A spoke lets its own subnets, the hub and the site in, and no other spoke.</summary>
    private static VirtualNetwork Spoke(EstateBuilder build, ResourceGroup group, int i, string routes)
    {
        string number = i.ToString("00", CultureInfo.InvariantCulture);
        string prefix = $"10.{i}.0.0/16";
        VirtualNetwork spoke = build.Network(group, "vnet-spoke-" + number, prefix, null, ("snet-app", $"10.{i}.0.0/24"), ("snet-data", $"10.{i}.1.0/24"));
        spoke.Subnets.ForEach(s => s.Others.Add(LoadedJson.Reference("routeTable", routes)));
        EstateBuilder.Tag(spoke, "environment", Environments[(i - 1) % 3]);
        build.Guard(group, "nsg-spoke-" + number, spoke.Subnets,
            Rule.AllowIn("AllowOwn", 100, prefix, prefix),
            Rule.AllowIn("AllowHub", 110, HubPrefix, prefix),
            Rule.AllowIn("AllowSite", 120, SitePrefix, prefix, "443", "Tcp"),
            Rule.DenyIn("DenyOtherSpokes", 4000, "10.0.0.0/8"));
        build.Machine(spoke.FindSubnet("snet-app")!, "spoke-" + number, 4);
        return spoke;
    }
}
