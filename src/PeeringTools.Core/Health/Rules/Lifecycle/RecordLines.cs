using PeeringTools.Records;

namespace PeeringTools.Health;

/// <summary>A record in lines of evidence.</summary>
internal static class RecordLines
{
    public static IEnumerable<string> Of(PeeringPair pair)
    {
        if (pair.Owner is not null) yield return Evidence.Line("owner", pair.Owner);
        if (pair.Ticket is not null) yield return Evidence.Line("ticket", pair.Ticket);
    }

    /// <summary>The tags as they lie there.</summary>
    public static IEnumerable<string> Of(RecordReading reading) =>
        reading.Copies.Select(copy => Evidence.Line($"{copy.VirtualNetworkId.Name} tag", $"{copy.TagName} = {copy.TagValue}"));
}
