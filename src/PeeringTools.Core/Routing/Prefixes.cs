namespace PeeringTools.Routing;

/// <summary>Lists of prefixes as Azure writes them.</summary>
internal static class Prefixes
{
    public static readonly AddressPrefix AnyIPv4 = AddressPrefix.Parse("0.0.0.0/0");
    public static readonly AddressPrefix AnyIPv6 = AddressPrefix.Parse("::/0");

    /// <summary>The ranges that Azure drops unless a route names them, and that no public address lies in.</summary>
    public static readonly IReadOnlyList<AddressPrefix> Reserved = [.. Read(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"])];

    private static readonly AddressPrefix PrivateIPv6 = AddressPrefix.Parse("fc00::/7");

    /// <summary>Reads what is a prefix and leaves out what is none: service tags stand in the same lists.</summary>
    public static IEnumerable<AddressPrefix> Read(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            if (AddressPrefix.TryParse(text, out AddressPrefix prefix)) yield return prefix;
        }
    }

    /// <summary>True where it lies in a range that is never routed on the internet.</summary>
    public static bool IsPrivate(AddressPrefix prefix) => PrivateIPv6.Contains(prefix) || Reserved.Any(r => r.Contains(prefix));

    public static bool Contain(IEnumerable<AddressPrefix> space, AddressPrefix prefix) => space.Any(p => p.Contains(prefix));
}
