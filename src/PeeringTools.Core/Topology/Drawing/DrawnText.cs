namespace PeeringTools.Topology;

/// <summary>Text from Azure on its way into a picture: nothing in it turns its neighbours around, and XML can hold all of it.</summary>
internal static class DrawnText
{
    public static string Of(string text) => SafeText.ForTerminal(text).Replace("\uFFFE", "\\uFFFE").Replace("\uFFFF", "\\uFFFF");

    public static string Of(IEnumerable<string> lines) => string.Join("\n", lines.Select(Of));
}
