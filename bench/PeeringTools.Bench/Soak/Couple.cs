using System.Text.Json.Nodes;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Soak;

/// <summary>A spoke and a hub that may be peered, and what the module said last of them.</summary>
internal sealed class Couple(string spokeId, string hubId)
{
    public string SpokeId => spokeId;

    public string HubId => hubId;

    public string SpokeName => NameOf(spokeId);

    /// <summary>True where both halves must be there, false where neither may be; null where the last command reported an error.</summary>
    public bool? Expected { get; set; }

    /// <summary>How the pair is, by the server's own word: whole, absent or half.</summary>
    public string Actual(ServerControl server)
    {
        string? there = StateOf(server, spokeId, hubId);
        string? back = StateOf(server, hubId, spokeId);
        return (there, back) switch
        {
            (null, null) => "absent",
            ("Connected", "Connected") => "whole",
            _ => $"half ({there ?? "none"}, {back ?? "none"})",
        };
    }

    public bool Agrees(string actual) => Expected is null || actual == (Expected.Value ? "whole" : "absent");

    public override string ToString() => $"{SpokeName} - {NameOf(hubId)}";

    private static string? StateOf(ServerControl server, string from, string to)
    {
        JsonNode network = server.Send("GET", from + "?api-version=2024-05-01")["body"]!;
        JsonNode? side = network["properties"]!["virtualNetworkPeerings"]!.AsArray().FirstOrDefault(
            side => string.Equals((string?)side!["properties"]!["remoteVirtualNetwork"]!["id"], to, StringComparison.OrdinalIgnoreCase));
        return (string?)side?["properties"]!["peeringState"];
    }

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
