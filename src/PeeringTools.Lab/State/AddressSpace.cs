namespace PeeringTools.Lab.State;

/// <summary>The prefixes of a network, as written and as parsed.</summary>
internal sealed class AddressSpace
{
    public AddressSpace(IEnumerable<string> prefixes)
    {
        Prefixes = [.. prefixes];
        Parsed = [.. Prefixes.Select(p => (Text: p, Ok: Cidr.TryParse(p, out Cidr c), Cidr: c)).Where(p => p.Ok).Select(p => p.Cidr)];
    }

    public static AddressSpace None { get; } = new([]);

    public string[] Prefixes { get; }

    public Cidr[] Parsed { get; }

    /// <summary>The order in which prefixes are listed has no meaning.</summary>
    public bool SameAs(AddressSpace other) =>
        ReferenceEquals(this, other)
        || (Prefixes.Length == other.Prefixes.Length && Prefixes.All(p => other.Prefixes.Contains(p, StringComparer.OrdinalIgnoreCase)));

    public bool Overlaps(AddressSpace other)
    {
        foreach (Cidr mine in Parsed)
        {
            foreach (Cidr theirs in other.Parsed)
            {
                if (mine.Overlaps(theirs))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The prefixes of both sides that overlap, as error messages list them.</summary>
    public IEnumerable<string> OverlappingPrefixes(AddressSpace other) =>
        Prefixes.Where(p => Cidr.TryParse(p, out Cidr c) && other.Parsed.Any(o => o.Overlaps(c)))
            .Concat(other.Prefixes.Where(p => Cidr.TryParse(p, out Cidr c) && Parsed.Any(o => o.Overlaps(c))))
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
