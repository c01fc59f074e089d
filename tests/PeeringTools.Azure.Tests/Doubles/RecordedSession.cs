using System.Net;
using System.Text.Json.Nodes;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>
/// A recorded session played forward: each network as Azure last told of it, be it the network itself, its list of peerings or a
/// single one. A write makes the other network's picture old until it is read again.
/// </summary>
internal sealed class RecordedSession
{
    private const string NetworkSegment = "/virtualNetworks/";
    private const string PeeringSegment = "/virtualNetworkPeerings";

    private readonly Dictionary<string, JsonNode> _networks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _current = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ids of the networks read so far, sorted.</summary>
    public IReadOnlyList<string> NetworkIds => [.. _networks.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True when every network was read since the last write that may have changed it.</summary>
    public bool IsConsistent => _networks.Count == 2 && _current.Count == 2;

    /// <summary>Takes the next call of the session.</summary>
    public void Play(RecordedAnswer call)
    {
        if (NetworkOf(call.Path) is not string network) return;
        string rest = call.Path[network.Length..];
        if (call is { Method: "GET", Status: 200 }) this.Read(network, rest, call.Body);
        else if (call.Method == "DELETE" && rest.StartsWith(PeeringSegment, StringComparison.Ordinal)) this.Delete(network, NameOf(call.Path));
        else if (call.Method != "GET") _current.Clear();
    }

    /// <summary>Answers as Azure would have at this moment.</summary>
    public HttpResponseMessage Answer(SentRequest request) =>
        _networks.TryGetValue(request.Uri.AbsolutePath, out JsonNode? network) ? ScriptedArm.Json(network.ToJsonString())
        : request.Uri.AbsolutePath == "/subscriptions" ? ScriptedArm.Json("""{"value":[]}""")
        : ScriptedArm.Error(HttpStatusCode.NotFound, "ResourceNotFound");

    private void Read(string network, string rest, string body)
    {
        if (rest.Length == 0) _networks[network] = JsonNode.Parse(body)!;
        else if (!_networks.ContainsKey(network)) return;
        else if (rest == PeeringSegment) this.SetSides(network, [.. JsonNode.Parse(body)!["value"]!.AsArray().Select(side => side!.DeepClone())]);
        else if (rest.StartsWith(PeeringSegment, StringComparison.Ordinal))
            this.SetSides(network, [.. this.Sides(network).Where(side => (string?)side["name"] != NameOf(rest)), JsonNode.Parse(body)!]);
        else return;
        _current.Add(network);
    }

    /// <summary>The deletion itself says what is left on its own side; the other has to be read.</summary>
    private void Delete(string network, string name)
    {
        this.SetSides(network, [.. this.Sides(network).Where(side => (string?)side["name"] != name)]);
        _current.Clear();
        _current.Add(network);
    }

    private IEnumerable<JsonNode> Sides(string network) =>
        _networks[network]["properties"]!["virtualNetworkPeerings"]?.AsArray().Select(side => side!.DeepClone()) ?? [];

    private void SetSides(string network, JsonNode[] sides) =>
        _networks[network]["properties"]!["virtualNetworkPeerings"] = new JsonArray(sides);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string? NetworkOf(string path)
    {
        int at = path.IndexOf(NetworkSegment, StringComparison.Ordinal);
        if (at < 0) return null;
        int end = path.IndexOf('/', at + NetworkSegment.Length);
        return end < 0 ? path : path[..end];
    }
}
