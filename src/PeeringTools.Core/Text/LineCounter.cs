namespace PeeringTools;

/// <summary>Counts the lines of a text in UTF-8 forward, as a reader goes by: a position may not lie before the last one.</summary>
internal sealed class LineCounter(byte[] text)
{
    private int _at;
    private int _line = 1;

    /// <summary>The line a byte stands in, 1 for the first.</summary>
    public int LineOf(long position)
    {
        for (; _at < position; _at++)
            if (text[_at] == (byte)'\n') _line++;
        return _line;
    }
}
