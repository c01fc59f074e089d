using System.Text.Json;

namespace PeeringTools.Report;

/// <summary>The networks of a report by number: pairs and the picture name them by it.</summary>
internal sealed class ReportNetworks
{
    private readonly ReportMap _map;
    private readonly List<(string Id, PeeringSide? Side)> _networks = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public ReportNetworks(ReportContent content)
    {
        _map = content.Map;
        foreach (PeeringPair pair in content.Pairs)
        {
            this.Add(pair.Local.VirtualNetworkId, pair.Local);
            this.Add(pair.Remote.VirtualNetworkId, pair.Remote);
        }

        foreach (MapNetwork network in _map.Networks) this.Add(network.VirtualNetworkId, null);
    }

    public int IndexOf(string virtualNetworkId) => _numbers[virtualNetworkId];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("networks");
        foreach ((string id, PeeringSide? side) in _networks) Write(json, id, side);
        json.WriteEndArray();
        json.WriteStartObject("map");
        json.WriteNumber("width", _map.Width);
        json.WriteNumber("height", _map.Height);
        json.WriteStartArray("nodes");
        foreach (MapNetwork network in _map.Networks)
        {
            json.WriteStartObject();
            json.WriteNumber("network", this.IndexOf(network.VirtualNetworkId));
            json.Text("role", network.Role);
            json.List("notes", network.Notes);
            Write(json, network.Box);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("areas");
        foreach (MapArea area in _map.Areas)
        {
            json.WriteStartObject();
            json.Text("label", area.Label);
            Write(json, area.Box);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Add(string id, PeeringSide? side)
    {
        if (_numbers.ContainsKey(id)) return;
        _numbers.Add(id, _networks.Count);
        _networks.Add((id, side));
    }

    private static void Write(Utf8JsonWriter json, string id, PeeringSide? side)
    {
        json.WriteStartObject();
        json.Text("id", id);
        if (side is not null)
        {
            json.Text("name", side.VirtualNetworkName);
            json.Text("group", side.ResourceGroupName);
            json.Text("subscription", side.SubscriptionId);
            json.Text("tenant", side.TenantId);
            json.Text("location", side.Location);
            json.List("prefixes", side.VirtualNetworkAddressSpace);
        }
        else if (ResourceId.TryParse(id, out ResourceId? parsed, out _))
        {
            json.Text("name", parsed.Name);
            json.Text("group", parsed.ResourceGroupName);
            json.Text("subscription", parsed.SubscriptionId);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MapBox box)
    {
        json.WriteNumber("x", Rounded(box.X));
        json.WriteNumber("y", Rounded(box.Y));
        json.WriteNumber("w", Rounded(box.Width));
        json.WriteNumber("h", Rounded(box.Height));
    }

    /// <summary>A tenth is finer than any screen, and the same on every runtime.</summary>
    private static decimal Rounded(double value) => Math.Round((decimal)value, 1);
}
