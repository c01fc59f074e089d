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

    /// <summary>Text on its way into a message: one line, no control characters, of bounded length.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="maximumLength">Characters to keep at most; an ellipsis follows what was cut.</param>
    public static string ForMessage(string? text, int maximumLength = 1000)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        StringBuilder plain = new(Math.Min(text!.Length, maximumLength));
        bool gap = false;
        foreach (char c in text)
        {
            if (plain.Length >= maximumLength)
            {
                if (char.IsHighSurrogate(plain[plain.Length - 1])) plain.Length--;
                return plain.Append("...").ToString();
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                gap = plain.Length > 0;
                continue;
            }

            if (gap) plain.Append(' ');
            gap = false;
            plain.Append(c);
        }

        return plain.ToString();
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
