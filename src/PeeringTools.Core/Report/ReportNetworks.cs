using System.Text.Json;

namespace PeeringTools.Report;

/// <summary>The networks of a report by number: pairs and the picture name them by it.</summary>
internal sealed class ReportNetworks
{
    private readonly PeeringTopologyNode[] _nodes;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public ReportNetworks(PeeringTopologyNode[] nodes)
    {
        _nodes = nodes;
        foreach (PeeringTopologyNode node in nodes) _numbers.Add(node.VirtualNetworkId, _numbers.Count);
    }

    public int IndexOf(string virtualNetworkId) => _numbers[virtualNetworkId];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("networks");
        foreach (PeeringTopologyNode node in _nodes) Write(json, node);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PeeringTopologyNode node)
    {
        json.WriteStartObject();
        json.Text("id", node.VirtualNetworkId);
        json.Text("name", node.Name);
        json.Text("group", node.ResourceGroupName);
        json.Text("subscription", node.SubscriptionId);
        json.Text("tenant", node.TenantId);
        json.Text("location", node.Location);
        json.Text("role", node.Role.ToString());
        json.List("prefixes", node.AddressSpace);
        json.Flag("isGone", node.IsGone);
        json.Flag("isHidden", !node.IsVisible);
        json.List("gateways", node.Gateways);
        json.List("firewalls", node.Firewalls);
        json.List("appliances", node.Appliances);
        json.List("dnsServers", node.DnsServers);
        json.List("dnsZones", node.DnsZones);
        if (node.ResolvesFor > 0) json.WriteNumber("resolvesFor", node.ResolvesFor);
        json.WriteEndObject();
    }
}
