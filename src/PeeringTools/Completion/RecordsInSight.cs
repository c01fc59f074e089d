using PeeringTools.Records;

namespace PeeringTools.Completion;

/// <summary>The records that a network's tags hold, whichever pair they are of.</summary>
internal static class RecordsInSight
{
    public static IEnumerable<PeeringRecord> Of(VirtualNetwork network)
    {
        foreach (KeyValuePair<string, string> tag in network.Tags)
        {
            if (RecordTag.IsName(tag.Key) && RecordTag.TryParse(tag.Value, out PeeringRecord? record)) yield return record;
        }
    }
}
