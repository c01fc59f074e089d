namespace PeeringTools;

/// <summary>The segments of an id between its slashes, looked at in place: an inventory reads a hundred thousand ids.</summary>
internal readonly ref struct IdSegments
{
    /// <summary>One more than the longest known id has; what follows lies in the last.</summary>
    public const int MaximumCount = 12;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<int> _ends;

    private IdSegments(ReadOnlySpan<char> text, ReadOnlySpan<int> ends)
    {
        _text = text;
        _ends = ends;
    }

    public int Count => _ends.Length;

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1] + 1;
            return _text.Slice(start, _ends[index] - start);
        }
    }

    /// <param name="text">The id.</param>
    /// <param name="room">Room for <see cref="MaximumCount"/> places, of the caller's stack.</param>
    public static IdSegments Of(ReadOnlySpan<char> text, Span<int> room)
    {
        int count = 0;
        for (int at = 0; at < text.Length && count < MaximumCount - 1; at++)
        {
            if (text[at] == '/') room[count++] = at;
        }

        room[count++] = text.Length;
        return new IdSegments(text, room.Slice(0, count));
    }

    /// <summary>True when there is such a segment and it reads so, in any casing.</summary>
    public bool Is(int index, string word) => index < this.Count && this[index].Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>True when there is such a segment and it reads so to the letter.</summary>
    public bool IsExactly(int index, string word) => index < this.Count && this[index].SequenceEqual(word.AsSpan());

    /// <summary>A name may hold what ARM allows in one; characters that would change the request's path are refused.</summary>
    public bool HasName(int index)
    {
        if (index >= this.Count) return false;
        ReadOnlySpan<char> name = this[index];
        if (name.Length == 0 || name.SequenceEqual(".".AsSpan()) || name.SequenceEqual("..".AsSpan())) return false;
        foreach (char c in name)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '?' or '#' or '%' or '\\' or '&' or '<' or '>') return false;
        }

        return true;
    }
}
