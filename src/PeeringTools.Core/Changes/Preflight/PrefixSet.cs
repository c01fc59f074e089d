namespace PeeringTools.Changes;

/// <summary>An address space, read once, that many prefixes are compared with.</summary>
internal sealed class PrefixSet
{
    private readonly AddressPrefix[] _prefixes;

    public PrefixSet(IEnumerable<string> prefixes) => _prefixes = [.. Read(prefixes)];

    /// <summary>The prefixes of this set that share an address with the given one. Text that is no prefix overlaps nothing.</summary>
    public IEnumerable<AddressPrefix> Overlapping(string prefix) =>
        AddressPrefix.TryParse(prefix, out AddressPrefix other) ? _prefixes.Where(own => own.Overlaps(other)) : [];

    private static IEnumerable<AddressPrefix> Read(IEnumerable<string> prefixes)
    {
        foreach (string text in prefixes)
        {
            if (AddressPrefix.TryParse(text, out AddressPrefix prefix)) yield return prefix;
        }
    }
}
