using System.Text.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>What Network Watcher answers, in the member order of the wire.</summary>
internal static class WatcherWriter
{
    private const int ProbesThatPass = 66;
    private const int ProbesThatFail = 30;

    public static ArmAnswer NextHop(Route? route) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteString("nextHopType", Type(route));
        if (route?.Address is string address)
        {
            w.WriteString("nextHopIpAddress", address);
        }

        w.WriteString("routeTableId", route?.TableId ?? "System Route");
        w.WriteEndObject();
    });

    public static ArmAnswer Connectivity(Probe probe, IdSource ids) => ArmAnswer.Json(200, w =>
    {
        string[] hopIds = [.. probe.Hops.Select(_ => ids.Next().ToString())];
        w.WriteStartObject();
        w.WriteStartArray("hops");
        for (int i = 0; i < hopIds.Length; i++)
        {
            Write(w, probe.Hops[i], hopIds[i], i + 1 < hopIds.Length ? hopIds[i + 1] : null, probe.Reachable);
        }

        w.WriteEndArray();
        w.WriteString("connectionStatus", probe.Reachable ? "Reachable" : "Unreachable");
        if (probe.Reachable)
        {
            w.WriteNumber("avgLatencyInMs", 1);
            w.WriteNumber("minLatencyInMs", 1);
            w.WriteNumber("maxLatencyInMs", 2);
        }

        w.WriteNumber("probesSent", probe.Reachable ? ProbesThatPass : ProbesThatFail);
        w.WriteNumber("probesFailed", probe.Reachable ? 0 : ProbesThatFail);
        w.WriteEndObject();
    });

    /// <summary>Network Watcher has one word for peerings, wherever the other side lies.</summary>
    private static string Type(Route? route) => route?.Type switch
    {
        null => "None",
        "VNetPeering" or "VNetGlobalPeering" => "VnetPeering",
        string type => type,
    };

    private static void Write(Utf8JsonWriter w, Hop hop, string id, string? next, bool measured)
    {
        w.WriteStartObject();
        w.WriteString("type", hop.Type);
        w.WriteString("id", id);
        w.WriteString("address", hop.Address);
        w.WriteString("resourceId", hop.ResourceId);
        w.WriteStrings("nextHopIds", next is null ? [] : [next]);
        w.WriteStartArray("links");
        if (next is not null)
        {
            Link(w, next, measured);
        }

        w.WriteEndArray();
        w.WriteStartArray("issues");
        foreach (Issue issue in hop.Issues)
        {
            Write(w, issue);
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter w, string next, bool measured)
    {
        w.WriteStartObject();
        w.WriteString("nextHopId", next);
        w.WriteStartObject("properties");
        if (measured)
        {
            w.WriteNumber("roundTripTimeMin", 1);
            w.WriteNumber("roundTripTimeAvg", 1);
            w.WriteNumber("roundTripTimeMax", 2);
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, Issue issue)
    {
        w.WriteStartObject();
        w.WriteString("origin", issue.Origin);
        w.WriteString("severity", "Error");
        w.WriteString("type", issue.Type);
        w.WriteStartArray("context");
        if (issue.Key is not null)
        {
            w.WriteStartObject();
            w.WriteString(issue.Key, issue.Value);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }
}
