namespace PeeringTools.Health;

/// <summary>One end of a security rule, read once: addresses, service tags, or everything.</summary>
internal sealed class AddressSet
{
    public const string VirtualNetwork = "VirtualNetwork";

    private const string Everything = "*";
    private static readonly string[] EverythingWords = [Everything, "Any", "0.0.0.0/0", "::/0"];

    private readonly AddressPrefix[] _prefixes;

    public AddressSet(IReadOnlyList<string> written, IReadOnlyList<string> applicationGroups)
    {
        IsAny = written.Any(text => EverythingWords.Contains(text, StringComparer.OrdinalIgnoreCase))
            || (written.Count == 0 && applicationGroups.Count == 0);
        NamesVirtualNetwork = written.Contains(VirtualNetwork, StringComparer.OrdinalIgnoreCase);
        _prefixes = [.. Prefixes.Read(written)];
    }

    /// <summary>True for every address there is.</summary>
    public bool IsAny { get; }

    /// <summary>True where the tag VirtualNetwork is named, which holds the peers' prefixes too.</summary>
    public bool NamesVirtualNetwork { get; }

    /// <summary>True where the rule names some of these addresses itself, not through a tag.</summary>
    public bool Meets(IEnumerable<AddressPrefix> others) => IsAny || others.Any(other => _prefixes.Any(own => own.Overlaps(other)));

    /// <summary>True where it names all of these addresses itself.</summary>
    public bool Covers(IEnumerable<AddressPrefix> others) => IsAny || others.All(other => _prefixes.Any(own => own.Contains(other)));
}
