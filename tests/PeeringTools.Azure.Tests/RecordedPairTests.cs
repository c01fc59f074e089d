using PeeringTools.Access;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Pairs;

namespace PeeringTools.Azure.Tests;

/// <summary>
/// Plays recorded sessions forward and lets the module read the pair from what Azure had answered by then.
/// </summary>
public class RecordedPairTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>The states one pair goes through, from its first reads to its last, without repetitions.</summary>
    public static TheoryData<string, string[]> Sessions => new()
    {
        { "java-testNetworkPeerings.json", ["Initiated Remote missing", "Connected", "Disconnected Remote missing", "none"] },
        { "java-testVerifyNetworkPeeringWithNetworkWatcher.json", ["none", "Initiated Remote missing", "Connected"] },
    };

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_recorded_pair_goes_through_its_states(string file, string[] expected)
    {
        List<string> states = [];
        foreach (PeeringPair? pair in await PlayAsync(file))
        {
            string state = pair is null ? "none" : pair.MissingSide == PeeringDirection.None ? $"{pair.Status}" : $"{pair.Status} {pair.MissingSide} missing";
            if (states.Count == 0 || states[^1] != state) states.Add(state);
        }

        Assert.Equal(expected, states);
    }

    [Fact]
    public async Task Access_that_was_switched_off_on_both_sides_leaves_the_pair_Connected()
    {
        PeeringPair last = (await PlayAsync("java-testVerifyNetworkPeeringWithNetworkWatcher.json")).Last(pair => pair is not null)!;

        Assert.Equal(PeeringPairStatus.Connected, last.Status);
        Assert.False(last.Local.AllowVirtualNetworkAccess);
        Assert.False(last.Remote.AllowVirtualNetworkAccess);
    }

    [Fact]
    public async Task A_recorded_list_makes_each_pair_once_and_both_its_sides_share_one_guid()
    {
        RecordedAnswer list = Recordings.Answers("java-testNetworkPeerings.json", path => path.EndsWith("/virtualNetworks", StringComparison.Ordinal))[^1];
        ScriptedArm arm = new(request => ScriptedArm.Json(request.Uri.AbsolutePath == "/subscriptions" ? """{"value":[]}""" : list.Body));
        NetworkAccess access = new([arm.Connect()], arm.Reporter);
        List<PeeringPair> pairs = [];
        PairScope scope = new() { SubscriptionIds = [list.Path.Split('/')[2]] };
        await foreach (PeeringPair pair in new PairScan(access).ReadAsync(scope, Cancel)) pairs.Add(pair);

        PeeringPair only = Assert.Single(pairs);
        Assert.Equal((PeeringPairStatus.Connected, PeeringDirection.None), (only.Status, only.MissingSide));
        Assert.NotNull(only.Local.ResourceGuid);
        Assert.Equal(only.Local.ResourceGuid, only.Remote.ResourceGuid);
        Assert.Equal(PairId.Of(only.Remote.VirtualNetworkId, only.Local.VirtualNetworkId), only.PairId);
    }

    /// <summary>The pair of the session's two networks at every moment when the recording tells of both.</summary>
    private static async Task<List<PeeringPair?>> PlayAsync(string file)
    {
        RecordedSession session = new();
        List<PeeringPair?> pairs = [];
        foreach (RecordedAnswer call in Recordings.Calls(file))
        {
            session.Play(call);
            if (!session.IsConsistent) continue;
            ScriptedArm arm = new(session.Answer);
            NetworkAccess access = new([arm.Connect()], arm.Reporter);
            ResourceId[] networks = [.. session.NetworkIds.Select(ResourceId.Parse)];
            pairs.Add(await new PairScan(access).ReadOneAsync(networks[0], networks[1], Cancel));
        }

        return pairs;
    }
}
