using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>The route table that a subnet names.</summary>
internal static class UserRoutes
{
    public static IEnumerable<Route> Of(Subnet subnet, Estate estate) => Table(subnet, estate) is not StoredResource table
        ? []
        : table.Properties().Items("routes").Select(r => (Name: r.Text("name"), Properties: r["properties"])).Where(r => r.Properties.Text("addressPrefix") is not null)
            .Select(r => new Route("User", r.Properties.Text("addressPrefix")!, r.Properties.Text("nextHopType") ?? "None")
            {
                Name = r.Name,
                Address = r.Properties.Text("nextHopIpAddress"),
                TableId = table.Id,
                Into = r.Properties.Text("nextHopType").Same("VnetLocal") ? subnet.Parent : null,
            });

    public static bool TakesGatewayRoutes(Subnet subnet, Estate estate) => Table(subnet, estate)?.Properties().True("disableBgpRoutePropagation") != true;

    /// <summary>What a subnet names under a member such as routeTable or networkSecurityGroup.</summary>
    public static string? Named(Subnet subnet, string member) =>
        subnet.Others.Where(o => o.Key.Same(member)).Select(o => o.Value.Member("id").Text()).FirstOrDefault();

    private static StoredResource? Table(Subnet subnet, Estate estate) => estate.Find(Named(subnet, "routeTable"));
}
