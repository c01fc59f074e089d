namespace PeeringTools;

/// <summary>Text on its way into HTML, between tags or inside a quoted attribute.</summary>
internal static class HtmlText
{
    /// <summary>No markup can come of it, and what would turn its neighbours around or hide is shown as <c>\u202E</c>.</summary>
    public static string Encode(string text) => SafeText.ForTerminal(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");
}
