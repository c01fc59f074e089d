namespace PeeringTools.Routing;

/// <summary>Values by prefix; asks for an address look once per length in use instead of at every prefix.</summary>
internal sealed class PrefixTable<T>
{
    private readonly Dictionary<AddressPrefix, List<T>> _values = [];
    private readonly (bool IsIPv6, int Length)[] _lengths;

    public PrefixTable(IEnumerable<KeyValuePair<AddressPrefix, T>> values)
    {
        foreach (KeyValuePair<AddressPrefix, T> value in values)
        {
            if (!_values.TryGetValue(value.Key, out List<T>? same)) _values.Add(value.Key, same = []);
            same.Add(value.Value);
        }

        _lengths = [.. _values.Keys.Select(p => (p.IsIPv6, p.Length)).Distinct().OrderByDescending(l => l.Length)];
    }

    /// <summary>What stands at a prefix itself.</summary>
    public IReadOnlyList<T> At(AddressPrefix prefix) => _values.TryGetValue(prefix, out List<T>? found) ? found : [];

    /// <summary>What stands at the prefixes that contain this one, the longest first.</summary>
    public IEnumerable<T> Containing(AddressPrefix prefix)
    {
        foreach ((bool isIPv6, int length) in _lengths)
        {
            if (isIPv6 != prefix.IsIPv6 || length > prefix.Length) continue;
            foreach (T value in this.At(prefix.Shortened(length))) yield return value;
        }
    }
}
