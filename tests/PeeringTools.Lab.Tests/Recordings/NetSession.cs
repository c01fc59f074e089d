using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// The .NET shape: Entries[] with request bodies. The management sample wrote bodies as text and headers as lists,
/// the SDK test wrote both as plain JSON.
/// </summary>
internal static class NetSession
{
    /// <summary>For the file that left the host out.</summary>
    private static readonly Uri Endpoint = new("https://management.azure.com");

    public static IEnumerable<RecordedCall> Read(JsonNode file) =>
        file["Entries"]!.AsArray().Select((entry, index) => new RecordedCall(
            index,
            (string)entry!["RequestMethod"]!,
            new Uri(Endpoint, (string)entry["RequestUri"]!).PathAndQuery,
            Body(entry["RequestBody"]),
            new Answer((int)entry["StatusCode"]!, Headers(entry["ResponseHeaders"]!), Body(entry["ResponseBody"]))));

    private static JsonNode? Body(JsonNode? recorded) =>
        recorded is JsonValue text ? Answer.Parse((string)text!) : recorded;

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonNode recorded) =>
        recorded.AsObject().Select(header => KeyValuePair.Create(
            header.Key,
            header.Value is JsonArray several ? string.Join(", ", several) : (string)header.Value!));
}
