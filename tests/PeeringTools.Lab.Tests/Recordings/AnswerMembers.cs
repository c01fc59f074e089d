using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// An answer as a flat list of member and value: status, the headers a client acts on, and every leaf of the body.
/// Resources in arrays are known by their name (or id), so an order that nobody promised makes no difference.
/// </summary>
internal static class AnswerMembers
{
    /// <summary>Headers whose value is an address or a token of the server: only their presence can be compared.</summary>
    private static readonly string[] PresentHeaders = ["Azure-AsyncOperation", "Location"];

    public static SortedDictionary<string, string> Of(Answer answer)
    {
        SortedDictionary<string, string> members = new(StringComparer.Ordinal) { ["status"] = $"{answer.Status}" };
        foreach (string name in PresentHeaders)
        {
            if (answer.Header(name) is not null) members[$"header {name}"] = "present";
        }

        if (answer.Header("Azure-AsyncOperation") is { } operation && answer.Header("x-ms-request-id") is { } request)
        {
            members["header x-ms-request-id"] = new Uri(operation).AbsolutePath.EndsWith(request, StringComparison.Ordinal) ? "the operation's" : "another";
        }

        if (answer.Header("Retry-After") is { } seconds) members["header Retry-After"] = seconds;
        if (answer.Header("ETag") is { } etag) members["header ETag"] = etag;
        Add(members, "body", answer.Body);
        return members;
    }

    private static void Add(SortedDictionary<string, string> members, string path, JsonNode? node)
    {
        switch (node)
        {
            case null when path == "body":
                break;
            case JsonObject { Count: > 0 } item:
                foreach ((string name, JsonNode? value) in item) Add(members, $"{path}.{name}", value);
                break;
            case JsonArray { Count: > 0 } array when array.All(element => element is JsonObject):
                AddResources(members, path, array);
                break;
            default:
                members[path] = node is JsonValue leaf && leaf.TryGetValue(out string? text) ? text : node?.ToJsonString() ?? "null";
                break;
        }
    }

    private static void AddResources(SortedDictionary<string, string> members, string path, JsonArray array)
    {
        members[path] = string.Join(", ", array.Select(Key).Order(StringComparer.Ordinal));
        foreach (JsonNode? element in array) Add(members, $"{path}[{Key(element)}]", element);
    }

    /// <summary>Locks and networks are told apart by name in every recording; an element without one goes by its id.</summary>
    private static string Key(JsonNode? element) => (string?)(element!["name"] ?? element["id"]) ?? "?";
}
