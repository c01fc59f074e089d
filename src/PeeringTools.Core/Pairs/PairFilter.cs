namespace PeeringTools.Pairs;

/// <summary>The filters of a scan. What is not given lets everything pass; what is given must all hold.</summary>
/// <param name="clock">Says what is past.</param>
internal sealed class PairFilter(TimeProvider clock)
{
    /// <summary>Any of these.</summary>
    public IReadOnlyCollection<PeeringPairStatus> Statuses { get; init; } = [];

    /// <summary>A Connected side whose prefixes in force are not the present ones.</summary>
    public bool OutOfSync { get; init; }

    /// <summary>Disconnected or RemoteGone, and nothing else: a network that cannot be read is no orphan.</summary>
    public bool Orphaned { get; init; }

    public bool CrossTenant { get; init; }

    public bool Global { get; init; }

    /// <summary>Holds for the name of either peering or of either network.</summary>
    public Func<string, bool>? Name { get; init; }

    /// <summary>The record can be trusted and its end has come.</summary>
    public bool Expired { get; init; }

    /// <summary>The record can be trusted and its end comes within this time; one that has come is Expired's.</summary>
    public TimeSpan? ExpiringWithin { get; init; }

    public Func<string, bool>? Owner { get; init; }

    public Func<string, bool>? Ticket { get; init; }

    public bool Passes(PeeringPair pair) =>
        (Statuses.Count == 0 || Statuses.Contains(pair.Status))
        && (!OutOfSync || PairStatus.IsOutOfSync(pair.Local) || PairStatus.IsOutOfSync(pair.Remote))
        && (!Orphaned || pair.Status is PeeringPairStatus.Disconnected or PeeringPairStatus.RemoteGone)
        && (!CrossTenant || pair.IsCrossTenant == true)
        && (!Global || pair.IsGlobal == true)
        && (Name is null || NamesOf(pair).Any(Name))
        && (Owner is null || (pair.Owner is string owner && Owner(owner)))
        && (Ticket is null || (pair.Ticket is string ticket && Ticket(ticket)))
        && (!Expired || PairExpiry.EndOf(pair) <= clock.GetUtcNow())
        && (ExpiringWithin is not TimeSpan span || this.EndsWithin(pair, span));

    private bool EndsWithin(PeeringPair pair, TimeSpan span) =>
        PairExpiry.EndOf(pair) - clock.GetUtcNow() is TimeSpan left && left > TimeSpan.Zero && left <= span;

    private static IEnumerable<string> NamesOf(PeeringPair pair) =>
        new[] { pair.Local.Name, pair.Remote.Name, pair.Local.VirtualNetworkName, pair.Remote.VirtualNetworkName }.OfType<string>();
}
