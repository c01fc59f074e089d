using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

/// <summary>What the tests of a scan read: a hub and a spoke in one subscription, and a second spoke of the hub in another.</summary>
internal sealed class ScanEstate
{
    public const string First = FakeArmNetwork.DefaultSubscription;
    public const string Second = "00000000-0000-0000-0000-000000000002";

    public ScanEstate()
    {
        Hub = Azure.Add("hub", "10.0.0.0/16");
        Spoke = Azure.Add("spoke", "10.1.0.0/16");
        Far = Azure.Add("far", "10.2.0.0/16", subscription: Second);
        Azure.Peer(Hub, Spoke);
        Azure.Peer(Far, Hub);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public RecordingReporter Reporter { get; } = new();

    public FakeArmNetwork Azure { get; } = new() { PageSize = 1 };

    public FakeNetwork Hub { get; }

    public FakeNetwork Spoke { get; }

    public FakeNetwork Far { get; }

    public static IEnumerable<string> NamesOf(IEnumerable<PeeringPair> pairs) => pairs
        .Select(pair => $"{pair.Local.VirtualNetworkName}-{pair.Remote.VirtualNetworkName}".ToLowerInvariant())
        .Order(StringComparer.Ordinal);

    public static async Task<List<PeeringPair>> ReadAllAsync(PairScan scan, PairScope scope)
    {
        List<PeeringPair> pairs = [];
        await foreach (PeeringPair pair in scan.ReadAsync(scope, Token)) pairs.Add(pair);
        return pairs;
    }

    public PairScan Scan(FakeConnection? connection = null) => new(new NetworkAccess([connection ?? new FakeConnection(Azure)], Reporter));

    public Task<List<PeeringPair>> ReadAsync(PairScope scope) => ReadAllAsync(this.Scan(), scope);
}
