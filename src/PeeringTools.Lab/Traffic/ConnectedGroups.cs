using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Networks that a network manager connects without peerings.</summary>
internal static class ConnectedGroups
{
    private const string Configuration = "Microsoft.Network/networkManagers/connectivityConfigurations";
    private const string Member = "Microsoft.Network/networkManagers/networkGroups/staticMembers";

    /// <summary>The stored connectivity configurations that apply to a network.</summary>
    public static IEnumerable<StoredResource> Applying(VirtualNetwork network, Estate estate) => estate.Stored.Where(r => r.Type.Same(Configuration))
        .Where(c => Groups(c).Any(g => MembersOf(g.Text("networkGroupId"), estate).Contains(network)) || Hubs(c).Any(h => h.Same(network.Id)));

    public static IEnumerable<JsonNode> Groups(StoredResource configuration) => configuration.Properties().Items("appliesToGroups");

    public static IEnumerable<Route> Routes(VirtualNetwork network, Estate estate) => Fellows(network, estate)
        .SelectMany(fellow => fellow.AddressSpace.Prefixes.Select(p => new Route("Default", p, "ConnectedGroup") { Into = fellow }));

    /// <summary>The other members of every group that is connected in itself.</summary>
    public static VirtualNetwork[] Fellows(VirtualNetwork network, Estate estate) => [.. estate.Stored.Where(r => r.Type.Same(Configuration))
        .SelectMany(c => Groups(c).Where(g => IsConnected(c, g)).Select(g => (Global: IsGlobal(c, g), Members: MembersOf(g.Text("networkGroupId"), estate).ToArray())))
        .Where(g => g.Members.Contains(network))
        .SelectMany(g => g.Members.Where(m => m != network && (g.Global || m.Location.Same(network.Location))))
        .Distinct()];

    private static IEnumerable<string> Hubs(StoredResource configuration) => configuration.Properties().Items("hubs").Select(h => h.Text("resourceId")).OfType<string>();

    private static bool IsConnected(StoredResource configuration, JsonNode group) =>
        configuration.Properties().Text("connectivityTopology").Same("Mesh") || group.Text("groupConnectivity").Same("DirectlyConnected");

    private static bool IsGlobal(StoredResource configuration, JsonNode group) => configuration.Properties().Text("isGlobal").Same("True") || group.Text("isGlobal").Same("True");

    private static IEnumerable<VirtualNetwork> MembersOf(string? groupId, Estate estate) => groupId is null ? [] : estate.Stored
        .Where(r => r.Type.Same(Member) && r.Id.StartsWith(groupId + "/", StringComparison.OrdinalIgnoreCase))
        .Select(r => estate.Network(r.Properties().Text("resourceId"))).OfType<VirtualNetwork>();
}
