using PeeringTools.Records;

namespace PeeringTools.Pairs;

/// <summary>Makes the pair out of its two ends.</summary>
/// <param name="clock">Says when the pair was read.</param>
/// <param name="source">ResourceManager, ResourceGraph or Inventory.</param>
/// <param name="isLab">Marks what is not real.</param>
internal sealed class PairBuilder(TimeProvider clock, string source, bool isLab)
{
    public const string ResourceManager = "ResourceManager";
    public const string ResourceGraph = "ResourceGraph";
    public const string Inventory = "Inventory";
    public const string LabPrefix = "LAB ";

    private readonly string _source = isLab ? LabPrefix + source : source;

    /// <summary>Builds the pair with its sides in order of their lower-case ids, so that any scan gives equal objects.</summary>
    public PeeringPair Build(PairEnd one, PairEnd other) =>
        IdOrder.IsInOrder(one.VirtualNetworkId, other.VirtualNetworkId) ? this.Build(one, other, false) : this.Build(other, one, false);

    /// <summary>Builds the pair as seen from one of its networks.</summary>
    public PeeringPair BuildOriented(PairEnd local, PairEnd remote) => this.Build(local, remote, true);

    private PeeringPair Build(PairEnd local, PairEnd remote, bool oriented)
    {
        string pairId = PairId.Of(local.VirtualNetworkId, remote.VirtualNetworkId);
        PeeringSide localSide = SideOf(local, remote);
        PeeringSide remoteSide = SideOf(remote, local);
        RecordReading record = RecordReader.Read(pairId, local, remote);
        OwnershipFinding? owner = Ownership.Of(local, remote);
        bool sameSubscription = string.Equals(localSide.SubscriptionId, remoteSide.SubscriptionId, StringComparison.OrdinalIgnoreCase);
        return new PeeringPair
        {
            PairId = pairId,
            Status = PairStatus.Of(local, remote),
            SyncLevel = PairStatus.WorseSyncLevel(localSide.PeeringSyncLevel, remoteSide.PeeringSyncLevel),
            MissingSide = PairStatus.MissingSide(local, remote),
            Local = localSide,
            Remote = remoteSide,
            IsGlobal = Differ(Region(localSide.Location), Region(remoteSide.Location)),
            IsCrossSubscription = !sameSubscription && localSide.SubscriptionId.Length > 0 && remoteSide.SubscriptionId.Length > 0,
            IsCrossTenant = sameSubscription ? false : Differ(localSide.TenantId, remoteSide.TenantId),
            ManagedBy = owner?.ManagedBy,
            ManagedEvidence = owner?.Evidence,
            ExpiresOn = record.Record?.Expires?.UtcDateTime,
            Owner = record.Record?.Owner,
            Ticket = record.Record?.Ticket,
            RecordState = record.State,
            Source = _source,
            AsOf = clock.GetUtcNow().UtcDateTime,
            Oriented = oriented,
        };
    }

    /// <summary>The side as it was read, with what only its network and subscription tell; or a stand-in that names the network.</summary>
    private static PeeringSide SideOf(PairEnd end, PairEnd other)
    {
        PeeringSide side = end.Side ?? StandIn(end, other);
        side.TenantId ??= end.TenantId;
        if (end.Network is null) return side;
        side.VirtualNetworkResourceGuid ??= end.Network.ResourceGuid;
        if (string.IsNullOrEmpty(side.Location)) side.Location = end.Network.Location;
        if (side.VirtualNetworkAddressSpace.Length == 0) side.VirtualNetworkAddressSpace = [.. end.Network.AddressPrefixes];
        return side;
    }

    private static PeeringSide StandIn(PairEnd end, PairEnd other)
    {
        PeeringSide side = new()
        {
            VirtualNetworkId = end.VirtualNetworkId,
            RemoteVirtualNetworkId = other.VirtualNetworkId,
            IsVisible = end.Visibility is RemoteVisibility.Found or RemoteVisibility.Gone,
        };
        if (!ResourceId.TryParse(end.VirtualNetworkId, out ResourceId? id, out _)) return side;
        side.VirtualNetworkName = id.VirtualNetworkName!;
        side.ResourceGroupName = id.ResourceGroupName!;
        side.SubscriptionId = id.SubscriptionId;
        return side;
    }

    /// <summary>Azure writes one region as <c>westeurope</c> and, in older bodies, as <c>West Europe</c>.</summary>
    private static string? Region(string? location) => location?.Replace(" ", "");

    private static bool? Differ(string? a, string? b) =>
        string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b) ? null : !string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
