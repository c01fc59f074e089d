using System.Text.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>A virtual network and its subnets, in the member order of the wire.</summary>
internal static class NetworkWriter
{
    public static string Etag(VirtualNetwork network) => $"W/\"{network.Etag}\"";

    /// <summary>The body of a network, written once per etag and set of members.</summary>
    public static byte[] Body(VirtualNetwork network, Estate estate, ApiVersion version)
    {
        if (network.Cached is (byte[] body, int shape) && shape == version.Shape)
        {
            return body;
        }

        using MemoryStream stream = new(1024);
        using (Utf8JsonWriter writer = new(stream, JsonText.Writing))
        {
            Write(writer, network, estate, version);
        }

        body = stream.ToArray();
        network.Cached = (body, version.Shape);
        return body;
    }

    public static void WriteSubnet(Utf8JsonWriter w, Subnet subnet, ApiVersion version)
    {
        w.WriteStartObject();
        w.WriteString("name", subnet.Name);
        w.WriteString("id", subnet.Id);
        w.WriteString("etag", Etag(subnet.Parent));
        w.WriteStartObject("properties");
        w.WriteString("provisioningState", subnet.Parent.ProvisioningState.ToString());
        if (subnet.IsList)
        {
            w.WriteStrings("addressPrefixes", subnet.Prefixes.Prefixes);
        }
        else if (subnet.Prefixes.Prefixes.Length > 0)
        {
            w.WriteString("addressPrefix", subnet.Prefixes.Prefixes[0]);
        }

        if (subnet.IpConfigurations.Count > 0)
        {
            w.WriteStartArray("ipConfigurations");
            foreach (string id in subnet.IpConfigurations)
            {
                w.WriteStartObject();
                w.WriteString("id", id);
                w.WriteEndObject();
            }

            w.WriteEndArray();
        }

        foreach (KeyValuePair<string, JsonElement> other in subnet.Others)
        {
            w.WritePropertyName(other.Key);
            other.Value.WriteTo(w);
        }

        WriteSubnetDefaults(w, subnet, version);
        w.WriteEndObject();
        w.WriteString("type", "Microsoft.Network/virtualNetworks/subnets");
        w.WriteEndObject();
    }

    private static void WriteSubnetDefaults(Utf8JsonWriter w, Subnet subnet, ApiVersion version)
    {
        if (!Has(subnet.Others, "delegations"))
        {
            w.WriteStartArray("delegations");
            w.WriteEndArray();
        }

        if (version.HasPolicies && !Has(subnet.Others, "privateEndpointNetworkPolicies"))
        {
            w.WriteString("privateEndpointNetworkPolicies", version.PoliciesDisabled ? "Disabled" : "Enabled");
        }

        if (version.HasPolicies && !Has(subnet.Others, "privateLinkServiceNetworkPolicies"))
        {
            w.WriteString("privateLinkServiceNetworkPolicies", "Enabled");
        }
    }

    private static void Write(Utf8JsonWriter w, VirtualNetwork network, Estate estate, ApiVersion version)
    {
        w.WriteStartObject();
        w.WriteString("name", network.Name);
        w.WriteString("id", network.Id);
        w.WriteString("etag", Etag(network));
        w.WriteString("type", "Microsoft.Network/virtualNetworks");
        w.WriteString("location", network.Location);
        w.WriteTags(network.Tags);
        w.WriteStartObject("properties");
        w.WriteString("provisioningState", network.ProvisioningState.ToString());
        w.WriteString("resourceGuid", network.ResourceGuid);
        w.WriteStartObject("addressSpace");
        w.WriteStrings("addressPrefixes", network.AddressSpace.Prefixes);
        w.WriteEndObject();
        if (network.DhcpOptions is JsonElement dhcp)
        {
            w.WritePropertyName("dhcpOptions");
            dhcp.WriteTo(w);
        }

        w.WriteStartArray("subnets");
        foreach (Subnet subnet in network.Subnets)
        {
            WriteSubnet(w, subnet, version);
        }

        w.WriteEndArray();
        w.WriteStartArray("virtualNetworkPeerings");
        foreach (Peering peering in network.Peerings)
        {
            PeeringWriter.Write(w, peering, estate, version);
        }

        w.WriteEndArray();
        foreach (KeyValuePair<string, JsonElement> other in network.Others)
        {
            w.WritePropertyName(other.Key);
            other.Value.WriteTo(w);
        }

        w.WriteBoolean("enableDdosProtection", network.EnableDdosProtection);
        if (version.HasVmProtection)
        {
            w.WriteBoolean("enableVmProtection", network.EnableVmProtection);
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static bool Has(List<KeyValuePair<string, JsonElement>> others, string name) =>
        others.Exists(o => string.Equals(o.Key, name, StringComparison.OrdinalIgnoreCase));
}
