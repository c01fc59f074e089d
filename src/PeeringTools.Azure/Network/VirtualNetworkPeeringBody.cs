using System.Text.Json;

namespace PeeringTools.Azure.Network;

/// <summary>
/// The body of a PUT, which replaces the whole side: every member that was read goes back as it came, known to us or not,
/// and only the planned ones differ. Members the service computes may be among them; it ignores those.
/// </summary>
internal static class VirtualNetworkPeeringBody
{
    /// <param name="basis">The raw <c>properties</c> of the side as just read; null for a side that is to be made.</param>
    /// <param name="remoteVirtualNetworkId">The network the side points to.</param>
    /// <param name="settings">The planned members.</param>
    public static byte[] Write(ReadOnlyMemory<byte>? basis, ResourceId remoteVirtualNetworkId, PeeringSettings settings)
    {
        Dictionary<string, Action<Utf8JsonWriter>> planned = Planned(settings);
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("properties");
            if (basis is ReadOnlyMemory<byte> raw) CopyUnplanned(writer, raw, remoteVirtualNetworkId, planned);
            else WriteRemote(writer, remoteVirtualNetworkId);
            foreach (KeyValuePair<string, Action<Utf8JsonWriter>> member in planned)
            {
                writer.WritePropertyName(member.Key);
                member.Value(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void CopyUnplanned(
        Utf8JsonWriter writer, ReadOnlyMemory<byte> raw, ResourceId remote, Dictionary<string, Action<Utf8JsonWriter>> planned)
    {
        using JsonDocument properties = JsonDocument.Parse(raw);
        bool pointsSomewhere = false;
        foreach (JsonProperty member in properties.RootElement.EnumerateObject())
        {
            if (planned.ContainsKey(member.Name)) continue;
            if (member.NameEquals("remoteVirtualNetwork"))
            {
                pointsSomewhere = true;
                if (!PointsTo(member.Value, remote))
                {
                    WriteRemote(writer, remote);
                    continue;
                }
            }

            writer.WritePropertyName(member.Name);
            writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
        }

        if (!pointsSomewhere) WriteRemote(writer, remote);
    }

    private static bool PointsTo(JsonElement reference, ResourceId remote) =>
        reference.ValueKind == JsonValueKind.Object && reference.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
        && string.Equals(id.GetString(), remote.Text, StringComparison.OrdinalIgnoreCase);

    private static void WriteRemote(Utf8JsonWriter writer, ResourceId remote)
    {
        writer.WriteStartObject("remoteVirtualNetwork");
        writer.WriteString("id", remote.Text);
        writer.WriteEndObject();
    }

    private static Dictionary<string, Action<Utf8JsonWriter>> Planned(PeeringSettings settings)
    {
        Dictionary<string, Action<Utf8JsonWriter>> planned = new(StringComparer.Ordinal);
        Add("allowVirtualNetworkAccess", settings.AllowVirtualNetworkAccess);
        Add("allowForwardedTraffic", settings.AllowForwardedTraffic);
        Add("allowGatewayTransit", settings.AllowGatewayTransit);
        Add("useRemoteGateways", settings.UseRemoteGateways);
        Add("doNotVerifyRemoteGateways", settings.DoNotVerifyRemoteGateways);
        Add("peerCompleteVnets", settings.PeerCompleteVnets);
        AddNames("localSubnetNames", settings.LocalSubnetNames);
        AddNames("remoteSubnetNames", settings.RemoteSubnetNames);
        Add("enableOnlyIPv6Peering", settings.EnableOnlyIPv6Peering);
        return planned;

        void Add(string name, bool? value)
        {
            if (value is bool flag) planned[name] = writer => writer.WriteBooleanValue(flag);
        }

        void AddNames(string name, string[]? names)
        {
            if (names is not null) planned[name] = writer => WriteNames(writer, names);
        }
    }

    private static void WriteNames(Utf8JsonWriter writer, string[] names)
    {
        writer.WriteStartArray();
        foreach (string name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
