namespace PeeringTools.Health;

/// <summary>Lines of <c>name: value</c> that say what a finding was concluded from.</summary>
internal static class Evidence
{
    /// <summary>Items that are listed before the rest is only counted.</summary>
    private const int Listed = 20;

    public static string Line(string name, object? value) => $"{name}: {value ?? HealthTexts.NoValue}";

    /// <summary>What a side says of its state.</summary>
    public static IEnumerable<string> State(CaseSide side)
    {
        yield return Line($"{side.Name} peering", side.Side.Name);
        if (side.Exists) yield return Line($"{side.Name} peeringState", side.Side.PeeringState);
    }

    /// <summary>A line for each item, and after many of them their number.</summary>
    public static IEnumerable<string> List(string name, IReadOnlyCollection<string> items)
    {
        foreach (string item in items.Take(Listed)) yield return Line(name, item);
        if (items.Count > Listed) yield return Line(name, Wording.Fill(HealthTexts.AndMore, items.Count - Listed));
    }
}
