using System.Text.Json;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>A rule while its members arrive, in whatever order. ARM has a singular and a plural of most, and fills either.</summary>
internal sealed class SecurityRuleDraft
{
    public string Name { get; set; } = "";

    public int? Priority { get; set; }

    public string? Direction { get; set; }

    public string? Access { get; set; }

    public string? Protocol { get; set; }

    public List<string?> SourcePorts { get; } = [];

    public List<string?> DestinationPorts { get; } = [];

    public List<string?> Sources { get; } = [];

    public List<string?> Destinations { get; } = [];

    /// <summary>What the tags of an effective rule stand for; empty where it has none.</summary>
    public string[] ExpandedSources { get; set; } = [];

    public string[] ExpandedDestinations { get; set; } = [];

    public string[] SourceGroups { get; set; } = [];

    public string[] DestinationGroups { get; set; } = [];

    /// <exception cref="JsonException">A member is missing without which a rule means nothing.</exception>
    public SecurityRule ToRule() => new()
    {
        Name = Name,
        Priority = Priority ?? throw Without("priority"),
        Direction = Direction ?? throw Without("direction"),
        Access = Access ?? throw Without("access"),
        // Effective rules say All for what written ones call *.
        Protocol = Protocol is null || Protocol.Equals("All", StringComparison.OrdinalIgnoreCase) ? "*" : Protocol,
        SourceAddressPrefixes = ExpandedSources.Length > 0 ? ExpandedSources : Present(Sources),
        DestinationAddressPrefixes = ExpandedDestinations.Length > 0 ? ExpandedDestinations : Present(Destinations),
        SourceApplicationSecurityGroupIds = SourceGroups,
        DestinationApplicationSecurityGroupIds = DestinationGroups,
        SourcePortRanges = Present(SourcePorts),
        DestinationPortRanges = Present(DestinationPorts),
    };

    private static string[] Present(List<string?> texts) =>
        [.. texts.OfType<string>().Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static JsonException Without(string member) => new($"A security rule without {member}.");
}
