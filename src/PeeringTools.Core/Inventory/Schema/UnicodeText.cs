using System.Text;

namespace PeeringTools.Inventory;

/// <summary>Text that every file can hold: UTF-8 has no way to write half of a surrogate pair.</summary>
internal static class UnicodeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with U+FFFD for each lone surrogate; nearly always the text itself.</summary>
    public static string Repair(string text)
    {
        StringBuilder? repaired = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                (repaired ??= new StringBuilder(text))[i] = Replacement;
        }

        return repaired?.ToString() ?? text;
    }
}
