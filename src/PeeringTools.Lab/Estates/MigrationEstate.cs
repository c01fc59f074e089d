using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>
/// A move from an old landing zone to a new one: two subscriptions, two hubs, half of the spokes moved, and temporary
/// bridges between old and new that carry the record of who wants them and until when. Over each bridge an archive
/// application reaches its database, by rules that name only the two.
/// </summary>
internal static class MigrationEstate
{
    public static void Build(EstateBuilder build)
    {
        VirtualNetwork oldHub = Zone(build, "Legacy landing zone", "rg-legacy-network", "vnet-legacy-hub", "10.100", 4, "legacy");
        VirtualNetwork newHub = Zone(build, "New landing zone", "rg-platform-network", "vnet-platform-hub", "10.200", 3, "platform");
        build.Gateway(oldHub, "vgw-legacy");
        build.Gateway(newHub, "vgw-platform");
        build.Pair(oldHub, newHub, o => o.AllowForwardedTraffic = true, n => n.AllowForwardedTraffic = true);
        Bridge(build, "vnet-legacy-02", "vnet-platform-01", "2099-06-30T23:59:59Z", "payments@contoso.example", "CHG0041873");
        Bridge(build, "vnet-legacy-03", "vnet-platform-02", "2024-03-31T23:59:59Z", "billing@contoso.example", "CHG0038110");
        build.Network(newHub.Group, "vnet-platform-04", "10.204.0.0/16", null, ("snet-app", "10.204.0.0/24"));
        build.Watcher(oldHub.Group.Subscription);
        build.Watcher(newHub.Group.Subscription);
    }

    private static VirtualNetwork Zone(EstateBuilder build, string subscription, string groupName, string hubName, string start, int spokes, string prefix)
    {
        ResourceGroup group = EstateBuilder.Group(build.Subscription(subscription), groupName);
        VirtualNetwork hub = build.Network(group, hubName, start + ".0.0/16", null, ("GatewaySubnet", start + ".0.0/27"), ("snet-shared", start + ".1.0/24"));
        EstateBuilder.Tag(hub, "landingZone", prefix);
        int first = int.Parse(start.Split('.')[1], CultureInfo.InvariantCulture);
        for (int i = 1; i <= spokes; i++)
        {
            VirtualNetwork spoke = build.Network(group, $"vnet-{prefix}-0{i}", $"10.{first + i}.0.0/16", null, ("snet-app", $"10.{first + i}.0.0/24"));
            EstateBuilder.Tag(spoke, "landingZone", prefix);
            build.Pair(hub, spoke, h => h.AllowGatewayTransit = true, s => s.AllowForwardedTraffic = true);
        }

        return hub;
    }

    private static void Bridge(EstateBuilder build, string from, string to, string expires, string owner, string ticket)
    {
        VirtualNetwork old = build.Find(from);
        VirtualNetwork target = build.Find(to);
        build.Pair(old, target);
        EstateBuilder.Tag(old, "PeeringTools:peer-" + to, Record.Of(old, target, expires, owner, ticket));
        Archive(build, old.FindSubnet("snet-app")!, target.FindSubnet("snet-app")!);
    }

    /// <summary>The archive application here may speak to its database over there, and nothing else may.</summary>
    private static void Archive(EstateBuilder build, Subnet application, Subnet database)
    {
        string from = application.Prefixes.Prefixes[0];
        string to = database.Prefixes.Prefixes[0];
        build.Guard(application.Parent.Group, "nsg-" + application.Parent.Name, [application],
            new Rule("AllowArchiveOut", 100, "Outbound", "Allow", from, to, "1433", "Tcp"),
            new Rule("DenyTargetOut", 200, "Outbound", "Deny", "*", database.Parent.AddressSpace.Prefixes[0]),
            Rule.DenyIn("DenyTarget", 200, database.Parent.AddressSpace.Prefixes[0]));
        build.Guard(database.Parent.Group, "nsg-" + database.Parent.Name, [database],
            Rule.AllowIn("AllowArchive", 100, from, to, "1433", "Tcp"),
            Rule.DenyIn("DenyLegacy", 200, application.Parent.AddressSpace.Prefixes[0]));
        build.Machine(application, application.Parent.Name.Substring("vnet-".Length), 4);
        build.Machine(database, database.Parent.Name.Substring("vnet-".Length), 4);
    }
}
