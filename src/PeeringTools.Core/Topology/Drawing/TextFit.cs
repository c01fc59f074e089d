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
        return Measure(text, size) <= width ? text : Head(text, width - size, size) + "…";
    }

    /// <summary>The same, cut in the middle: names of one estate begin alike, and what tells them apart comes last.</summary>
    public static string CutMiddle(string text, int width, int size)
    {
        if (Measure(text, size) <= width) return text;
        int room = (width - size) / 2;
        return Head(text, room, size) + "…" + Tail(text, room, size);
    }

    private static string Head(string text, double room, int size)
    {
        int end = 0;
        while (end < text.Length && (room -= WidthAt(text, end) * size) >= 0) end++;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return text[..Math.Max(end, 0)].TrimEnd();
    }

    private static string Tail(string text, double room, int size)
    {
        int start = text.Length;
        while (start > 0 && (room -= WidthAt(text, start - 1) * size) >= 0) start--;
        if (start < text.Length && char.IsLowSurrogate(text[start])) start++;
        return text[start..].TrimStart();
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
