using PeeringTools.Records;

namespace PeeringTools.Pairs;

/// <summary>What pairs still need of a network when its sides have been handed out: little, because a scan keeps it for every network.</summary>
internal sealed record NetworkFacts
{
    private static readonly Dictionary<string, string> NoTags = [];

    public required ResourceId Id { get; init; }

    public required string Location { get; init; }

    public required IReadOnlyList<string> AddressPrefixes { get; init; }

    public string? ResourceGuid { get; init; }

    /// <summary>Only the tags that pairs are read from.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public static NetworkFacts Of(VirtualNetwork network) => new()
    {
        Id = network.Id,
        Location = network.Location,
        AddressPrefixes = network.AddressPrefixes,
        ResourceGuid = network.ResourceGuid,
        Tags = TagsOf(network.Tags),
    };

    private static Dictionary<string, string> TagsOf(IReadOnlyDictionary<string, string> tags)
    {
        Dictionary<string, string>? told = null;
        foreach (KeyValuePair<string, string> tag in tags)
        {
            if (!RecordTag.IsName(tag.Key) && !Ownership.IsMarker(tag.Key)) continue;
            told ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            told[tag.Key] = tag.Value;
        }

        return told ?? NoTags;
    }
}
