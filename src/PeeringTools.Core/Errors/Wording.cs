using System.Globalization;

namespace PeeringTools;

/// <summary>Fills the placeholders of a text for people.</summary>
internal static class Wording
{
    public static string Fill(string text, params object?[] arguments) =>
        arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
}
