using System.Text.Json.Nodes;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;

namespace PeeringTools.Bench.Inventory;

/// <summary>Where an inventory comes from, and the pages it cannot do without.</summary>
/// <param name="Name">As the module calls it.</param>
/// <param name="Pages">The lists that hold the networks of a shape.</param>
/// <param name="Parallelism">How many of them the module reads at a time.</param>
/// <param name="Rest">What to leave between two readings: until the compiler is done, and until a quota is whole again, which the module waits for.</param>
internal sealed record Source(string Name, Func<Shape, IEnumerable<FloorRequest>> Pages, int Parallelism, TimeSpan Rest)
{
    private const int SubscriptionsInQuery = 300;

    // As the module asks it: a floor that asked for less would be no floor.
    private const string Query =
        "resources | where type =~ 'microsoft.network/virtualnetworks'"
        + " | project id, location, tags, provisioningState = properties.provisioningState, resourceGuid = properties.resourceGuid,"
        + " addressSpace = properties.addressSpace, virtualNetworkPeerings = properties.virtualNetworkPeerings"
        + " | order by id asc";

    public static readonly FloorRequest Subscriptions = new("/subscriptions?api-version=2022-12-01");

    public static readonly Source ResourceManager = new("ResourceManager", ListsOf, 8, TimeSpan.FromSeconds(1));

    public static readonly Source ResourceGraph = new("ResourceGraph", QueriesOf, 1, TimeSpan.FromSeconds(5));

    private static IEnumerable<FloorRequest> ListsOf(Shape shape) => Enumerable.Range(0, shape.Subscriptions).Select(subscription =>
        new FloorRequest($"/subscriptions/{Shape.SubscriptionId(subscription)}/providers/Microsoft.Network/virtualNetworks?api-version=2024-05-01"));

    private static IEnumerable<FloorRequest> QueriesOf(Shape shape) =>
        Enumerable.Range(0, shape.Subscriptions).Chunk(SubscriptionsInQuery).Select(subscriptions => new FloorRequest(
            "/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01",
            new JsonObject
            {
                ["subscriptions"] = new JsonArray([.. subscriptions.Select(subscription => (JsonNode)Shape.SubscriptionId(subscription))]),
                ["query"] = Query,
                ["options"] = new JsonObject { ["$top"] = 1000, ["resultFormat"] = "objectArray" },
            }.ToJsonString()));
}
