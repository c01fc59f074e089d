using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Members of stored bodies, absent ones included.</summary>
internal static class StoredText
{
    public static JsonNode? Properties(this StoredResource resource) => resource.Body["properties"];

    public static string? Text(this JsonNode? node, string member) =>
        node is JsonObject o && o[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool True(this JsonNode? node, string member) =>
        node is JsonObject o && o[member] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static int Number(this JsonNode? node, string member) =>
        node is JsonObject o && o[member] is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    /// <summary>The id under a member such as <c>subnet</c> or <c>virtualMachine</c>.</summary>
    public static string? Reference(this JsonNode? node, string member) => (node is JsonObject o ? o[member] : null).Text("id");

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string member) =>
        node is JsonObject o && o[member] is JsonArray array ? array.OfType<JsonNode>() : [];

    public static IEnumerable<string> Texts(this JsonNode? node, string member) =>
        node.Items(member).OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : null).OfType<string>();

    public static IEnumerable<string> References(this JsonNode? node, string member) => node.Items(member).Select(item => item.Text("id")).OfType<string>();

    public static bool Same(this string? id, string? other) => id is not null && string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
