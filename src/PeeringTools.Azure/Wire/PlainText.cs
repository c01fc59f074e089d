using System.Text;

namespace PeeringTools.Azure.Wire;

/// <summary>Text from outside on its way into a message: one line, no control characters, of bounded length.</summary>
internal static class PlainText
{
    private const int MaximumLength = 1000;

    public static string Of(string? text, int maximumLength = MaximumLength)
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

            if (char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c))
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

    /// <summary>Marks that change the direction or the place of what follows, and so what a reader believes to see.</summary>
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format;
}
