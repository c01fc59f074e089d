using PeeringTools.Records;

namespace PeeringTools.Pairs;

/// <summary>Finds the record of a pair in the tags of its two networks.</summary>
internal static class RecordReader
{
    public static RecordReading Read(string pairId, PairEnd one, PairEnd other)
    {
        if (one.Network is not { Tags.Count: > 0 } && other.Network is not { Tags.Count: > 0 }) return RecordReading.None;
        List<RecordCopy> copies = [.. CopiesAt(pairId, one), .. CopiesAt(pairId, other)];
        if (copies.Count == 0) return RecordReading.None;
        PeeringRecord[] own = [.. copies.Select(copy => copy.Record).OfType<PeeringRecord>().Where(record => IsOf(record, pairId))];
        PeeringRecordState state = StateOf(copies, own);
        return new RecordReading(state, state == PeeringRecordState.Ok ? own[0] : null) { Copies = copies };
    }

    /// <summary>
    /// A copy that cannot be read outweighs one that can: it may have said otherwise, and only Ok can expire. A foreign
    /// one beside our own is another pair's litter and says nothing of this one.
    /// </summary>
    private static PeeringRecordState StateOf(List<RecordCopy> copies, PeeringRecord[] own)
    {
        if (copies.Exists(copy => copy.Record is null)) return PeeringRecordState.Unparsable;
        if (own.Length == 0) return PeeringRecordState.Foreign;
        return Array.TrueForAll(own, record => record == own[0]) ? PeeringRecordState.Ok : PeeringRecordState.Conflict;
    }

    /// <summary>
    /// A side that exists owns the tag of its name. A side that does not, because a removal was cut short or has not
    /// begun, has no name to look for: there the tags that speak of this pair count.
    /// </summary>
    private static IEnumerable<RecordCopy> CopiesAt(string pairId, PairEnd end)
    {
        if (end.Network is null) yield break;
        foreach (KeyValuePair<string, string> tag in end.Network.Tags)
        {
            if (!RecordTag.IsName(tag.Key)) continue;
            if (end.Side is not null && !IsNameOf(end.Side, tag.Key)) continue;
            PeeringRecord? record = RecordTag.TryParse(tag.Value, out PeeringRecord? read) ? read : null;
            if (end.Side is null && (record is null || !IsOf(record, pairId))) continue;
            yield return new RecordCopy(end.Network.Id, tag.Key, tag.Value, record);
        }
    }

    private static bool IsNameOf(PeeringSide side, string tagName) =>
        string.Equals(tagName, RecordTag.NamePrefix + side.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(PeeringRecord record, string pairId) =>
        string.Equals(record.PairId, pairId, StringComparison.OrdinalIgnoreCase);
}
