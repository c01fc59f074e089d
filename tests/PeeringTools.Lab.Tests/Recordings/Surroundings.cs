using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// What the recorded session did not make but saw: networks and locks of other people in a subscription-wide list, a
/// network from before the recording began. Each enters the Lab just before the answer that first shows it.
/// </summary>
internal sealed class Surroundings(Recording recording, ReplayLab lab)
{
    private const string NetworkType = "Microsoft.Network/virtualNetworks";
    private const string LockType = "Microsoft.Authorization/locks";

    private readonly HashSet<string> _known = new(
        recording.Calls.Where(call => call.Method == "PUT").Select(call => call.Path), StringComparer.OrdinalIgnoreCase);

    public async Task AppearAsync(RecordedCall call, CancellationToken cancel)
    {
        JsonNode[] strangers = [.. Seen(call.Answer.Body).Where(resource => _known.Add(Id(resource)))];
        JsonNode[] networks = [.. OfType(strangers, NetworkType)];
        if (networks.Length > 0) lab.Load(networks);
        foreach (JsonNode item in OfType(strangers, LockType)) await LockAsync(item, cancel);
    }

    private static IEnumerable<JsonNode> Seen(JsonNode? body) => body switch
    {
        JsonObject item when item["value"] is JsonArray list => list.OfType<JsonObject>(),
        JsonObject item when item["id"] is not null => [item],
        _ => [],
    };

    private static IEnumerable<JsonNode> OfType(JsonNode[] resources, string type) =>
        resources.Where(resource => string.Equals((string?)resource["type"], type, StringComparison.OrdinalIgnoreCase));

    private async Task LockAsync(JsonNode item, CancellationToken cancel)
    {
        string group = string.Join('/', Id(item).Split('/').Take(5));
        lab.Load(new JsonObject { ["id"] = group });
        _ = await lab.SendAsync("PUT", $"{Id(item)}?api-version=2016-09-01", RebuiltRequestBody.Of("PUT", item), cancel);
    }

    private static string Id(JsonNode resource) => (string)resource["id"]!;
}
