using PeeringTools.Pairs;
using PeeringTools.Records;
using Half = PeeringTools.Changes.Half;

namespace PeeringTools.Health;

/// <summary>One pair with all that a rule may look at. Made for one pair and read by every rule.</summary>
internal sealed class PairCase
{
    private readonly Lazy<RecordReading> _record;

    public PairCase(PeeringPair pair, EstateIndex estate, DateTimeOffset now, PeeringPair? baseline)
    {
        (Pair, Estate, Now, Baseline) = (pair, estate, now, baseline);
        Local = new CaseSide(Half.Local, pair.Local, estate.NetworkOf(pair.Local.VirtualNetworkId));
        Remote = new CaseSide(Half.Remote, pair.Remote, estate.NetworkOf(pair.Remote.VirtualNetworkId));
        Sides = [Local, Remote];
        _record = new Lazy<RecordReading>(() => RecordReader.Read(pair.PairId, EndOf(Local), EndOf(Remote)));
    }

    public PeeringPair Pair { get; }

    public EstateIndex Estate { get; }

    public DateTimeOffset Now { get; }

    /// <summary>True where an earlier inventory was given at all.</summary>
    public required bool HasBaseline { get; init; }

    /// <summary>The pair in an earlier inventory; null where none was given or it was not in it.</summary>
    public PeeringPair? Baseline { get; }

    public CaseSide Local { get; }

    public CaseSide Remote { get; }

    public IReadOnlyList<CaseSide> Sides { get; }

    public bool IsConnected => Pair.Status == PeeringPairStatus.Connected;

    /// <summary>The record as it lies in the tags of both networks.</summary>
    public RecordReading Record => _record.Value;

    public CaseSide Other(CaseSide side) => side.Half == Half.Local ? Remote : Local;

    private static PairEnd EndOf(CaseSide side) => new()
    {
        VirtualNetworkId = side.Side.VirtualNetworkId,
        Network = side.Network is null ? null : NetworkFacts.Of(side.Network),
        Side = side.Exists ? side.Side : null,
    };
}
