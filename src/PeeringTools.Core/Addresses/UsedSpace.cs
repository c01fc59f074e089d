namespace PeeringTools.Addresses;

/// <summary>Everything that is taken, as disjoint prefixes in order, so that one look tells whether a range is free.</summary>
internal sealed class UsedSpace
{
    private readonly AddressPrefix[] _outermost;

    public UsedSpace(IEnumerable<AddressPrefix> used)
    {
        List<AddressPrefix> outermost = [];
        // In order, a prefix stands right behind the one that holds it.
        foreach (AddressPrefix prefix in used.OrderBy(prefix => prefix))
            if (outermost.Count == 0 || !outermost[outermost.Count - 1].Contains(prefix)) outermost.Add(prefix);
        _outermost = [.. outermost];
    }

    /// <summary>The free prefixes of a length within a range, lowest first. Lazy: a large range has many.</summary>
    public IEnumerable<AddressPrefix> Free(AddressPrefix range, int length)
    {
        Stack<AddressPrefix> open = new([range]);
        while (open.Count > 0)
        {
            AddressPrefix next = open.Pop();
            bool isTouched = this.Touches(next, out bool isTaken);
            if (isTaken || next.Length > length) continue;
            if (next.Length == length)
            {
                if (!isTouched) yield return next;
                continue;
            }

            (AddressPrefix lower, AddressPrefix upper) = next.Halves();
            open.Push(upper);
            open.Push(lower);
        }
    }

    /// <summary>Whether anything of a prefix is taken, and whether all of it is by one other.</summary>
    private bool Touches(AddressPrefix prefix, out bool isTaken)
    {
        int at = Array.BinarySearch(_outermost, prefix);
        if (at < 0) at = ~at;
        isTaken = (at < _outermost.Length && _outermost[at].Equals(prefix)) || (at > 0 && _outermost[at - 1].Contains(prefix));
        return isTaken || (at < _outermost.Length && prefix.Contains(_outermost[at]));
    }
}
