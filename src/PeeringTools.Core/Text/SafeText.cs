using System.Globalization;
using System.Text;

namespace PeeringTools;

/// <summary>Makes text from Azure harmless. Names, tags and error texts are written by others and may hold anything.</summary>
internal static class SafeText
{
    /// <summary>
    /// Shows control and direction-changing characters as <c>\u001B</c> instead of letting a terminal obey them; everything
    /// else stays. Lone surrogates are shown too.
    /// </summary>
    public static string ForTerminal(string text)
    {
        int index = 0;
        while (index < text.Length && IsHarmless(text, index)) index++;
        if (index == text.Length) return text;
        StringBuilder safe = new(text, 0, index, text.Length + 16);
        for (; index < text.Length; index++)
        {
            if (IsHarmless(text, index))
                safe.Append(text[index]);
            else
                safe.Append("\\u").Append(((int)text[index]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return safe.ToString();
    }

    /// <summary>The same, cut to a length with an ellipsis: for text quoted inside a message.</summary>
    public static string ForMessage(string text, int length = 500)
    {
        string safe = ForTerminal(text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\t', ' '));
        if (safe.Length <= length) return safe;
        int end = char.IsHighSurrogate(safe[length - 1]) ? length - 1 : length;
        return safe.Remove(end) + "\u2026";
    }

    private static bool IsHarmless(string text, int index)
    {
        char c = text[index];
        if (char.IsSurrogate(c))
        {
            return char.IsHighSurrogate(c)
                ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
                : index > 0 && char.IsHighSurrogate(text[index - 1]);
        }

        // Format covers zero-width and bidirectional controls, which can make one name look like another.
        return char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
