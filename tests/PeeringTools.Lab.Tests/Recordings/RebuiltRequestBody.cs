using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// The Java recordings left the request bodies out. This rebuilds what the client must have written from what Azure
/// answered: the writable members only, with the values Azure read back. What these bodies cannot show is how Azure
/// fills in a member that a client left out; the .NET recordings, which have their bodies, show that.
/// </summary>
internal static class RebuiltRequestBody
{
    private static readonly string[] Resource = ["location", "tags"];
    private static readonly string[] Network = ["addressSpace", "dhcpOptions", "enableDdosProtection", "enableVmProtection"];
    private static readonly string[] Subnet = ["addressPrefix"];
    private static readonly string[] Lock = ["level", "notes"];

    private static readonly string[] Peering =
    [
        "remoteVirtualNetwork", "allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit", "useRemoteGateways",
    ];

    public static JsonNode? Of(string method, JsonNode? answered) => (method, answered) switch
    {
        ("PATCH", JsonObject resource) => Pick(resource, ["tags"]),
        ("PUT", JsonObject resource) => Written(resource),
        _ => null,
    };

    private static JsonObject Written(JsonObject resource)
    {
        JsonObject written = Pick(resource, Resource);
        if (resource["properties"] is not JsonObject properties) return written;

        JsonObject kept = Pick(properties, [.. Network, .. Peering, .. Lock]);
        if (properties["subnets"] is JsonArray subnets) kept["subnets"] = new JsonArray([.. subnets.Select(WrittenSubnet)]);
        if (kept.Count > 0) written["properties"] = kept;
        return written;
    }

    private static JsonObject WrittenSubnet(JsonNode? subnet) => new()
    {
        ["name"] = subnet!["name"]!.DeepClone(),
        ["properties"] = Pick(subnet["properties"]!.AsObject(), Subnet),
    };

    private static JsonObject Pick(JsonObject from, string[] members) =>
        new(members.Where(from.ContainsKey).Select(name => KeyValuePair.Create(name, from[name]?.DeepClone())));
}
