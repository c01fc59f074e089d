using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>
/// A hub with a firewall and three classroom spokes that reach each other through it. vnet-analytics was peered with the hub
/// in the belief that this reaches the classrooms too: no route leads there, and what comes back is not let in.
/// </summary>
internal static class AnalyticsEstate
{
    private const string HubPrefix = "10.0.0.0/22";
    private const string AnalyticsPrefix = "10.40.0.0/16";

    public static void Build(EstateBuilder build)
    {
        ResourceGroup connectivity = EstateBuilder.Group(build.Subscription("Connectivity"), "rg-hub-weu");
        ResourceGroup learning = EstateBuilder.Group(build.Subscription("Learning"), "rg-learning-weu");
        VirtualNetwork hub = build.Network(connectivity, "vnet-hub", HubPrefix, null, ("AzureFirewallSubnet", "10.0.1.0/26"), ("snet-shared", "10.0.2.0/24"));
        EstateBuilder.Tag(hub, "environment", "shared");
        string firewall = build.Firewall(hub, "afw-hub");
        build.Guard(connectivity, "nsg-shared", [hub.FindSubnet("snet-shared")!], Rule.AllowIn("AllowServices", 100, "10.0.0.0/8", "10.0.2.0/24", "443", "Tcp"));
        string routes = build.RouteTable(learning, "rt-classrooms", firewall);
        VirtualNetwork[] classrooms = [.. Enumerable.Range(1, 3).Select(i => Classroom(build, hub, learning, i, routes))];
        Analytics(build, hub, learning, firewall);
        build.Zone(connectivity, "classroom.contoso.example", [hub, .. classrooms]);
        build.Watcher(connectivity.Subscription);
        build.Watcher(learning.Subscription);
    }

    private static VirtualNetwork Classroom(EstateBuilder build, VirtualNetwork hub, ResourceGroup group, int i, string routes)
    {
        string name = "classroom-" + i.ToString("00", CultureInfo.InvariantCulture);
        string prefix = $"10.1{i}.0.0/16";
        VirtualNetwork classroom = build.Network(group, "vnet-" + name, prefix, null, ("snet-app", $"10.1{i}.0.0/24"));
        EstateBuilder.Tag(classroom, "environment", "prod");
        Subnet app = classroom.FindSubnet("snet-app")!;
        app.Others.Add(LoadedJson.Reference("routeTable", routes));
        build.Guard(group, "nsg-" + name, [app],
            Rule.AllowIn("AllowOwn", 100, prefix, prefix),
            Rule.AllowIn("AllowHub", 110, HubPrefix, prefix),
            Rule.AllowIn("AllowIngestion", 120, AnalyticsPrefix, prefix, "443", "Tcp"),
            Rule.DenyIn("DenyOthers", 4000, "10.0.0.0/8"));
        build.Machine(app, name, 4);
        build.Pair(hub, classroom, null, s => s.AllowForwardedTraffic = true);
        return classroom;
    }

    /// <summary>Its route table is there already; no subnet names it.</summary>
    private static void Analytics(EstateBuilder build, VirtualNetwork hub, ResourceGroup group, string firewall)
    {
        VirtualNetwork analytics = build.Network(group, "vnet-analytics", AnalyticsPrefix, null, ("snet-ingest", "10.40.0.0/24"));
        EstateBuilder.Tag(analytics, "environment", "prod");
        build.RouteTable(group, "rt-analytics", firewall);
        Subnet ingest = analytics.FindSubnet("snet-ingest")!;
        build.Guard(group, "nsg-analytics", [ingest],
            Rule.AllowIn("AllowOwn", 100, AnalyticsPrefix, AnalyticsPrefix),
            Rule.AllowIn("AllowHub", 110, HubPrefix, AnalyticsPrefix),
            Rule.AllowIn("AllowClassroomEvents", 120, "10.0.0.0/8", AnalyticsPrefix, "443", "Tcp"),
            Rule.DenyIn("DenyOthers", 4000, "10.0.0.0/8"));
        build.Machine(ingest, "analytics", 4);
        build.Pair(hub, analytics);
    }
}
