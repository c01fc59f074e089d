namespace PeeringTools.Topology;

/// <summary>Cuts text to a width. Fonts differ from machine to machine, so the measure is a generous one and the same everywhere.</summary>
internal static class TextFit
{
    private const string Narrow = "iljtfr.,:;'|!()[]/-";
    private const string Wide = "mwMW@%";

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    /// <param name="text">One line, nothing in it that a terminal would obey.</param>
    /// <param name="width">Pixels there are.</param>
    /// <param name="size">Pixels of the font.</param>
    public static string Cut(string text, int width, int size)
    {
        if (Measure(text, size) <= width) return text;
        double left = width - size;
        int index = 0;
        while (index < text.Length)
        {
            left -= WidthAt(text, index) * size;
            if (left < 0) break;
            index += char.IsHighSurrogate(text[index]) ? 2 : 1;
        }

        return text[..Math.Min(index, text.Length)].TrimEnd() + "…";
    }

    public static int Measure(string text, int size)
    {
        double width = 0;
        for (int i = 0; i < text.Length; i++) width += WidthAt(text, i);
        return (int)Math.Ceiling(width * size);
    }

    /// <summary>In parts of the font's size; the second half of a surrogate pair is counted with the first.</summary>
    private static double WidthAt(string text, int index)
    {
        char c = text[index];
        return c switch
        {
            _ when Narrow.Contains(c) => 0.4,
            _ when Wide.Contains(c) => 0.95,
            >= 'A' and <= 'Z' => 0.72,
            < '\u0080' => 0.61,
            >= '\u1100' and < '\uDC00' => 1.1,
            >= '\uDC00' and <= '\uDFFF' => 0.1,
            >= '\uF900' => 1.1,
            _ => 0.75,
        };
    }
}
