using PeeringTools.Pairs;
using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>Both networks of a request as they were just read.</summary>
internal sealed record PairView(NetworkView Local, NetworkView Remote)
{
    // Found once: a hub has up to 500 sides to search.
    private readonly PairEnd _localEnd = Local.Reading.ToEnd(Remote.Id);
    private readonly PairEnd _remoteEnd = Remote.Reading.ToEnd(Local.Id);

    /// <summary>Tenants of the two networks; null where they lie in one subscription or are not known.</summary>
    public string? LocalTenant { get; init; }

    public string? RemoteTenant { get; init; }

    public NetworkView this[Half half] => half == Half.Local ? Local : Remote;

    public string PairId => PeeringTools.PairId.Of(Local.Id.Text, Remote.Id.Text);

    public PairEnd End(Half half) => half == Half.Local
        ? _localEnd with { TenantId = LocalTenant }
        : _remoteEnd with { TenantId = RemoteTenant };

    /// <summary>The side under that half's network; null where there is none or it cannot be read.</summary>
    public PeeringSide? Side(Half half) => (half == Half.Local ? _localEnd : _remoteEnd).Side;

    /// <summary>The pair's record as the networks' tags tell it.</summary>
    public RecordReading Record() => RecordReader.Read(PairId, _localEnd, _remoteEnd);

    /// <summary>True where no connection sees the subscription of the network a side points to, so that its tenant may be any.</summary>
    public bool IsForeignTenantUnknownFrom(Half half) =>
        !string.Equals(Local.Id.SubscriptionId, Remote.Id.SubscriptionId, StringComparison.OrdinalIgnoreCase)
        && (half == Half.Local ? RemoteTenant : LocalTenant) is null;

    /// <summary>Tenant of the network a side points to, where it is another one than the side's own.</summary>
    public string? ForeignTenantSeenFrom(Half half)
    {
        (string? own, string? other) = half == Half.Local ? (LocalTenant, RemoteTenant) : (RemoteTenant, LocalTenant);
        return own is null || other is null || string.Equals(own, other, StringComparison.OrdinalIgnoreCase) ? null : other;
    }
}
