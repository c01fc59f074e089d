namespace PeeringTools.Health;

/// <summary>Reading and comparing lists of prefixes as texts.</summary>
internal static class Prefixes
{
    /// <summary>Those texts that are prefixes; what is none, as a service tag, is left out.</summary>
    public static IEnumerable<AddressPrefix> Read(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            if (AddressPrefix.TryParse(text, out AddressPrefix prefix)) yield return prefix;
        }
    }

    /// <summary>True where two lists hold the same prefixes, in whatever order and spelling.</summary>
    public static bool Same(IEnumerable<string> one, IEnumerable<string> other) => Read(one).ToHashSet().SetEquals(Read(other));

    public static string Join(IEnumerable<AddressPrefix> prefixes) => string.Join(", ", prefixes.Select(prefix => prefix.ToString()));
}
