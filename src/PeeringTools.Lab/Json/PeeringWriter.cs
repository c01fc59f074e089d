using System.Text.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>A half of a peering, in the member order of the wire.</summary>
internal static class PeeringWriter
{
    public static void Write(Utf8JsonWriter w, Peering peering, Estate estate, ApiVersion version)
    {
        w.WriteStartObject();
        w.WriteString("name", peering.Name);
        w.WriteString("id", peering.Id);
        w.WriteString("etag", NetworkWriter.Etag(peering.Parent));
        w.WriteStartObject("properties");
        w.WriteString("provisioningState", peering.ProvisioningState.ToString());
        if (version.HasResourceGuid)
        {
            w.WriteString("resourceGuid", peering.ResourceGuid);
        }

        w.WriteString("peeringState", peering.State.ToString());
        if (version.HasSync)
        {
            w.WriteString("peeringSyncLevel", SyncLevel.Of(peering, estate));
        }

        w.WriteStartObject("remoteVirtualNetwork");
        w.WriteString("id", peering.RemoteId);
        w.WriteEndObject();
        WriteFlags(w, peering.Flags, version);
        WriteRemoteGateways(w, peering, estate);
        WriteSpaces(w, peering, estate, version);
        if (version.HasSync && peering.Flags.RemoteBgpCommunities is JsonElement communities)
        {
            w.WritePropertyName("remoteBgpCommunities");
            communities.WriteTo(w);
        }

        w.WriteStartObject("routeServiceVips");
        w.WriteEndObject();
        foreach (KeyValuePair<string, JsonElement> other in peering.Flags.Others)
        {
            w.WritePropertyName(other.Key);
            other.Value.WriteTo(w);
        }

        w.WriteEndObject();
        w.WriteString("type", "Microsoft.Network/virtualNetworks/virtualNetworkPeerings");
        w.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter w, PeeringFlags flags, ApiVersion version)
    {
        w.WriteBoolean("allowVirtualNetworkAccess", flags.AllowVirtualNetworkAccess);
        w.WriteBoolean("allowForwardedTraffic", flags.AllowForwardedTraffic);
        w.WriteBoolean("allowGatewayTransit", flags.AllowGatewayTransit);
        w.WriteBoolean("useRemoteGateways", flags.UseRemoteGateways);
        if (version.HasResourceGuid)
        {
            w.WriteBoolean("doNotVerifyRemoteGateways", flags.DoNotVerifyRemoteGateways);
        }

        if (version.HasPeerComplete)
        {
            w.WriteBoolean("peerCompleteVnets", flags.PeerCompleteVnets);
        }

        if (!version.HasLocalSpaces)
        {
            return;
        }

        if (flags.LocalSubnetNames is not null)
        {
            w.WriteStrings("localSubnetNames", flags.LocalSubnetNames);
        }

        if (flags.RemoteSubnetNames is not null)
        {
            w.WriteStrings("remoteSubnetNames", flags.RemoteSubnetNames);
        }

        if (flags.EnableOnlyIPv6Peering is bool only6)
        {
            w.WriteBoolean("enableOnlyIPv6Peering", only6);
        }
    }

    private static void WriteRemoteGateways(Utf8JsonWriter w, Peering peering, Estate estate)
    {
        if (!peering.Flags.UseRemoteGateways || estate.Network(peering.RemoteId) is not VirtualNetwork remote)
        {
            return;
        }

        w.WriteStartArray("remoteGateways");
        foreach (string gateway in estate.Gateways.Of(remote))
        {
            w.WriteStartObject();
            w.WriteString("id", gateway);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    private static void WriteSpaces(Utf8JsonWriter w, Peering peering, Estate estate, ApiVersion version)
    {
        Space(w, "remoteAddressSpace", peering.InForce);
        if (version.HasSync)
        {
            Space(w, "remoteVirtualNetworkAddressSpace", estate.Network(peering.RemoteId)?.AddressSpace ?? peering.LoadedRemoteSpace ?? peering.InForce);
        }

        if (version.HasLocalSpaces)
        {
            Space(w, "localAddressSpace", estate.Counterpart(peering)?.InForce ?? peering.Parent.AddressSpace);
            Space(w, "localVirtualNetworkAddressSpace", peering.Parent.AddressSpace);
        }
    }

    private static void Space(Utf8JsonWriter w, string name, AddressSpace space)
    {
        w.WriteStartObject(name);
        w.WriteStrings("addressPrefixes", space.Prefixes);
        w.WriteEndObject();
    }
}
