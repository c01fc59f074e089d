using System.Text.Json.Nodes;

namespace PeeringTools.Life.Tests.Support;

/// <summary>What is really in the lab, read past everything under test.</summary>
internal static class Picture
{
    public static JsonNode Network(this World world, ResourceId id) => world.Send("GET", id.Text)!;

    /// <summary>The side under one network that points to another; null where there is none.</summary>
    public static JsonNode? Side(this World world, ResourceId from, ResourceId to) =>
        world.Sides(from).FirstOrDefault(side => string.Equals(To(side), to.Text, StringComparison.OrdinalIgnoreCase));

    public static JsonNode[] Sides(this World world, ResourceId id) =>
        [.. world.Network(id)["properties"]!["virtualNetworkPeerings"]?.AsArray().Select(side => side!) ?? []];

    /// <summary>State and sync level: Connected/FullyInSync; "none" where there is no side.</summary>
    public static string State(this World world, ResourceId from, ResourceId to) =>
        world.Side(from, to)?["properties"] is JsonNode p ? $"{(string?)p["peeringState"]}/{(string?)p["peeringSyncLevel"]}" : "none";

    public static bool IsWhole(this World world, ResourceId one, ResourceId other) =>
        world.State(one, other) == "Connected/FullyInSync" && world.State(other, one) == "Connected/FullyInSync";

    public static bool IsConnected(this World world, ResourceId one, ResourceId other) =>
        new[] { world.Side(one, other), world.Side(other, one) }.All(side => (string?)side?["properties"]!["peeringState"] == "Connected");

    public static Dictionary<string, string> Tags(this World world, ResourceId id) =>
        world.Network(id)["tags"]?.AsObject().ToDictionary(tag => tag.Key, tag => (string)tag.Value!) ?? [];

    /// <summary>The records of one pair, wherever they are.</summary>
    public static string[] RecordsOf(this World world, PeeringRequest request) =>
        [.. new[] { request.LocalId, request.RemoteId }.SelectMany(id => world.Tags(id)).Where(tag => tag.Value.Contains("pair=" + request.PairId, StringComparison.Ordinal)).Select(tag => $"{tag.Key} = {tag.Value}")];

    /// <summary>All that writes of ours can change, in one text.</summary>
    public static string Of(this World world, params ResourceId[] networks) => string.Join("\n", networks.Select(id =>
        $"{id.Name}: {string.Join("; ", world.Sides(id).Select(Words).Order(StringComparer.Ordinal))} [{string.Join(", ", world.Tags(id).OrderBy(tag => tag.Key, StringComparer.Ordinal))}]"));

    private static string To(JsonNode side) => (string)side["properties"]!["remoteVirtualNetwork"]!["id"]!;

    private static string Words(JsonNode side)
    {
        JsonObject properties = side["properties"]!.DeepClone().AsObject();
        _ = properties.Remove("provisioningState");
        return $"{side["name"]} {properties.ToJsonString()}";
    }
}
