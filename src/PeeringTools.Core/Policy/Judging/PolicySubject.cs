using PeeringTools.Changes;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>A pair as a policy looks at it: as it is, or as a plan would leave it.</summary>
internal sealed record PolicySubject
{
    public required PolicySide Local { get; init; }

    public required PolicySide Remote { get; init; }

    /// <summary>In UTC; null where the pair does not end.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string? Owner { get; init; }

    public string? Ticket { get; init; }

    /// <summary>False where the record cannot be believed or read, so that nothing follows from it.</summary>
    public bool IsRecordKnown { get; init; } = true;

    /// <summary>Where packets go, for rules about paths; null where what surrounds the networks was not read.</summary>
    public RoutingModel? Routing { get; init; }

    /// <summary>A pair that exists.</summary>
    /// <param name="pair">From a scan, a file or a job.</param>
    /// <param name="estate">Where its networks' tags are; null where only the pair is known.</param>
    /// <param name="routing">Where packets go; null where that was not read.</param>
    public static PolicySubject Of(PeeringPair pair, Estate? estate, RoutingModel? routing) => new()
    {
        Local = SideOf(pair.Local, estate),
        Remote = SideOf(pair.Remote, estate),
        Expires = pair.ExpiresOn is DateTime end ? new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)) : null,
        Owner = pair.Owner,
        Ticket = pair.Ticket,
        IsRecordKnown = pair.RecordState is PeeringRecordState.None or PeeringRecordState.Ok,
        Routing = routing,
    };

    private static PolicySide SideOf(PeeringSide side, Estate? estate) => new()
    {
        VirtualNetworkId = side.VirtualNetworkId,
        Name = side.VirtualNetworkName,
        ResourceGroupName = side.ResourceGroupName,
        SubscriptionId = side.SubscriptionId,
        Region = side.Location,
        Tags = ResourceId.TryParse(side.VirtualNetworkId, out ResourceId? id, out _) && estate?.Networks.TryGetValue(id, out VirtualNetwork? network) == true
            ? network.Tags : null,
        Settings = side.Exists ? SettingsMath.Of(side) : null,
    };
}
