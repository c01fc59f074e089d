using System.Globalization;
using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>One rule of a network security group.</summary>
internal sealed class SecurityRule
{
    private readonly JsonNode? _properties;

    public SecurityRule(JsonNode rule, bool isDefault)
    {
        _properties = rule["properties"];
        IsDefault = isDefault;
        Name = $"{(isDefault ? "defaultSecurityRules" : "securityRules")}/{rule.Text("name")}";
    }

    /// <summary>The name as Azure shows it among effective rules.</summary>
    public string Name { get; }

    public bool IsDefault { get; }

    public int Priority => _properties.Number("priority");

    public bool Allows => _properties.Text("access").Same("Allow");

    public string Direction => _properties.Text("direction") ?? "Inbound";

    public string Protocol => _properties.Text("protocol") is null or "*" ? "All" : _properties.Text("protocol")!;

    public string[] Sources => Both("sourceAddressPrefix", "sourceAddressPrefixes");

    public string[] Destinations => Both("destinationAddressPrefix", "destinationAddressPrefixes");

    public string[] SourcePorts => Ports("sourcePortRange", "sourcePortRanges");

    public string[] DestinationPorts => Ports("destinationPortRange", "destinationPortRanges");

    public string[] SourceGroups => [.. _properties.References("sourceApplicationSecurityGroups")];

    public string[] DestinationGroups => [.. _properties.References("destinationApplicationSecurityGroups")];

    public bool Matches(Packet packet, AddressTags tags) =>
        (Protocol == "All" || Protocol.Same(packet.Protocol))
        && (packet.HasPorts ? InPorts(DestinationPorts, packet.Port) : DestinationPorts.Contains("0-65535"))
        && Holds(Sources, SourceGroups, packet.From, tags)
        && Holds(Destinations, DestinationGroups, packet.To, tags);

    private static bool Holds(string[] prefixes, string[] groups, Cidr address, AddressTags tags) =>
        prefixes.Any(p => tags.Holds(p, address)) || groups.SelectMany(tags.MembersOf).Any(member => tags.Holds(member, address));

    private static bool InPorts(string[] ranges, int port) => ranges.Select(r => r.Split('-')).Any(ends => Port(ends[0]) <= port && port <= Port(ends[ends.Length - 1]));

    private static int Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) ? port : -1;

    private string[] Ports(string single, string many) => [.. Both(single, many).Select(p => p == "*" ? "0-65535" : p.Contains('-') ? p : $"{p}-{p}")];

    private string[] Both(string single, string many)
    {
        string[] list = [.. _properties.Texts(many)];
        return list.Length > 0 ? list : _properties.Text(single) is { Length: > 0 } one ? [one] : [];
    }
}

/// <summary>What a packet shows to a rule.</summary>
internal sealed record Packet(Cidr From, Cidr To, string Protocol, int Port)
{
    public bool HasPorts => !Protocol.Same("Icmp");
}
