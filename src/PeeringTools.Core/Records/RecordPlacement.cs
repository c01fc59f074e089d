namespace PeeringTools.Records;

/// <summary>Chooses the network that carries a pair's record: a hub has 50 tags and up to 500 peerings.</summary>
internal static class RecordPlacement
{
    /// <summary>
    /// The networks that can carry the record, the better one first: the one with fewer other peerings, and of equals
    /// the first by id. A network without room is left out. The second one is for a caller that may not tag the first.
    /// </summary>
    /// <param name="one">One network, as just read.</param>
    /// <param name="onePeering">Name of its peering, existing or planned.</param>
    /// <param name="other">The other network, as just read.</param>
    /// <param name="otherPeering">Name of the other's peering.</param>
    /// <exception cref="PeeringException">TagRoomExhausted: both have all the tags they can hold.</exception>
    public static IReadOnlyList<RecordPlace> Choose(VirtualNetwork one, string onePeering, VirtualNetwork other, string otherPeering)
    {
        RecordPlace[] places =
        [
            new(one.Id, RecordTag.NameOf(onePeering), OtherPeerings(one, other.Id), HasRoom(one, onePeering)),
            new(other.Id, RecordTag.NameOf(otherPeering), OtherPeerings(other, one.Id), HasRoom(other, otherPeering)),
        ];
        RecordPlace[] possible =
            [.. places.Where(p => p.HasRoom).OrderBy(p => p.OtherPeerings).ThenBy(p => p.VirtualNetworkId.Text.ToLowerInvariant(), StringComparer.Ordinal)];
        return possible.Length > 0
            ? possible
            : throw PeeringException.Of(nameof(Errors.TagRoomExhausted), one.Id.Text, one.Id, other.Id, RecordTag.MaximumTags);
    }

    /// <summary>The pair's own side does not count: it may be there already, or not yet.</summary>
    private static int OtherPeerings(VirtualNetwork network, ResourceId remote) =>
        network.Peerings.Count(side => !string.Equals(side.RemoteVirtualNetworkId, remote.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A tag that is there already needs no room.</summary>
    private static bool HasRoom(VirtualNetwork network, string peering) =>
        network.Tags.Count < RecordTag.MaximumTags
        || network.Tags.Keys.Contains(RecordTag.NameOf(peering), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A network that can carry a record, and the tag's name there.</summary>
internal sealed record RecordPlace(ResourceId VirtualNetworkId, string TagName, int OtherPeerings, bool HasRoom);
