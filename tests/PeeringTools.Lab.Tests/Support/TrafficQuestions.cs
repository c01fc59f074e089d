using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Tests.Support;

/// <summary>Questions about traffic, and their answers in one line each.</summary>
internal static class TrafficQuestions
{
    public const string Routes = "effectiveRouteTable";
    public const string Groups = "effectiveNetworkSecurityGroups";

    /// <summary>The id of a stored resource by its name, which estates use once.</summary>
    public static string Stored(this ArmLab lab, string name) =>
        lab.Engine.Estate.Stored.First((StoredResource r) => r.Id.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)).Id;

    /// <summary>Posts, and polls the Location until the result is there.</summary>
    public static async Task<LabReply> Ask(this LabClient client, string path, string? body = null)
    {
        LabReply reply = await client.Send("POST", path, body);
        for (int i = 0; i < 20 && reply.Status == 202; i++)
        {
            client.Lab.AdvanceClock(TimeSpan.FromSeconds(5));
            reply = await client.Get(reply.Headers["Location"]);
        }

        return reply;
    }

    public static async Task<string[]> RoutesOf(this LabClient client, string nic)
    {
        LabReply reply = await client.Ask($"{client.Lab.Stored(nic)}/{Routes}");
        return [.. reply.Json["value"]!.AsArray().Select(r => $"{r!["source"]} {r["state"]} {r["addressPrefix"]![0]} {r["nextHopType"]} {r["nextHopIpAddress"]!.AsArray().FirstOrDefault()}".TrimEnd())];
    }

    public static async Task<string> NextHop(this LabClient client, string machine, string from, string to)
    {
        LabReply reply = await client.Ask($"{client.Watcher(machine)}/nextHop",
            $$"""{"targetResourceId":"{{client.Lab.Stored(machine)}}","sourceIPAddress":"{{from}}","destinationIPAddress":"{{to}}"}""");
        return reply.Status == 200 ? $"{reply.Json["nextHopType"]} {reply.Json["nextHopIpAddress"]} {((string)reply.Json["routeTableId"]!).Split('/')[^1]}".Replace("  ", " ", StringComparison.Ordinal) : reply.Code;
    }

    /// <summary>Reachable or Unreachable, the hops, and the first issue.</summary>
    public static async Task<string> Probe(this LabClient client, string machine, string to, int port = 443)
    {
        JsonNode body = (await client.Ask($"{client.Watcher(machine)}/connectivityCheck",
            $$$"""{"source":{"resourceId":"{{{client.Lab.Stored(machine)}}}"},"destination":{"address":"{{{to}}}","port":{{{port}}} } }""")).Json;
        IEnumerable<string> hops = body["hops"]!.AsArray().Select(h => (string)h!["type"]!);
        string[] issues = [.. body["hops"]!.AsArray().SelectMany(h => h!["issues"]!.AsArray()).Select(i => $" ({i!["type"]} {i["context"]!.AsArray().FirstOrDefault()?.AsObject().First().Value})".Replace(" )", ")", StringComparison.Ordinal))];
        return $"{body["connectionStatus"]}: {string.Join(", ", hops)}{issues.FirstOrDefault()}";
    }

    private static string Watcher(this LabClient client, string machine) =>
        string.Join('/', client.Lab.Stored(machine).Split('/').Take(3)) + "/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/NetworkWatcher_westeurope";
}
