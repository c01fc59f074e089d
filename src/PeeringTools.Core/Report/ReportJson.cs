using System.Text.Json;

namespace PeeringTools.Report;

/// <summary>Members of a report's data, of which those that say nothing are not written.</summary>
internal static class ReportJson
{
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, SafeText.ForTerminal(value!));
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    public static void List(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(SafeText.ForTerminal(value));
        json.WriteEndArray();
    }

    /// <summary>One side of a pair, with the names that it has everywhere.</summary>
    public static void Side(this Utf8JsonWriter json, string name, PeeringSide side)
    {
        json.WriteStartObject(name);
        json.Flag("exists", side.Exists);
        json.Flag("isVisible", side.IsVisible);
        json.Text("name", side.Name);
        json.Text("peeringState", side.PeeringState);
        json.Text("peeringSyncLevel", side.PeeringSyncLevel);
        json.Text("provisioningState", side.ProvisioningState);
        json.Flag("allowVirtualNetworkAccess", side.AllowVirtualNetworkAccess);
        json.Flag("allowForwardedTraffic", side.AllowForwardedTraffic);
        json.Flag("allowGatewayTransit", side.AllowGatewayTransit);
        json.Flag("useRemoteGateways", side.UseRemoteGateways);
        json.Flag("doNotVerifyRemoteGateways", side.DoNotVerifyRemoteGateways);
        json.Flag("peerCompleteVnets", side.PeerCompleteVnets);
        json.Flag("enableOnlyIPv6Peering", side.EnableOnlyIPv6Peering);
        json.List("localSubnetNames", side.LocalSubnetNames);
        json.List("remoteSubnetNames", side.RemoteSubnetNames);
        json.List("remoteAddressSpace", side.RemoteAddressSpace);
        json.List("remoteVirtualNetworkAddressSpace", side.RemoteVirtualNetworkAddressSpace);
        json.List("remoteGateways", side.RemoteGateways);
        json.WriteEndObject();
    }
}
