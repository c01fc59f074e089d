using CsCheck;
using PeeringTools.Fakes;

namespace PeeringTools.Changes;

/// <summary>
/// Random commands with random faults on three networks. Whatever happens, no pair is left half-made in silence, and
/// the same request run again without faults succeeds and then has nothing to write.
/// </summary>
public class RandomWalkTests
{
    private static readonly Gen<Fault> AnyFault = Gen.Frequency((5, Gen.Const(Fault.None)), (3, Gen.Enum<Fault>()));

    private static readonly Gen<Move> AnyMove = Gen.Select(
        Gen.Enum<ChangeKind>(), Gen.Int[0, 2], Gen.Int[0, 1], Gen.Enum<PeeringDirection>(), AnyFault.Array[0, 8], Gen.Int[0, 5],
        (kind, local, step, flag, faults, extra) => new Move(kind, local, (local + 1 + step) % 3, flag, faults, extra));

    [Fact]
    public void No_sequence_of_commands_and_faults_leaves_a_pair_half_made_in_silence() =>
        AnyMove.Array[1, 8].Sample(Walk, iter: 3000, print: moves => string.Join("\n", moves.Select(move => move.ToString())));

    private static void Walk(Move[] moves)
    {
        using Bench bench = new();
        FakeNetwork third = bench.Fake.Add("third", "10.2.0.0/16");
        FakeNetwork[] networks = [bench.Hub, bench.Spoke, third];
        for (int i = 0; i < moves.Length; i++)
        {
            Disturb(bench, networks, moves[i]);
            PeeringRequest request = moves[i].Request(bench, networks);
            bench.Azure.Fault = Plan(bench.Azure.Calls, moves[i].Faults);
            string before = Picture(networks);
            ChangeOutcome outcome = bench.ExecuteOne(request);
            AssertHonest(bench, networks, request, outcome, before);
            bench.Azure.Fault = (_, _, _) => Fault.None;
            AssertConverges(bench, request);
        }
    }

    private static Func<int, string, string, Fault> Plan(int from, Fault[] faults) =>
        (number, _, _) => number - from < faults.Length ? faults[number - from] : Fault.None;

    /// <summary>What others do in between: resize a network, or delete one half.</summary>
    private static void Disturb(Bench bench, FakeNetwork[] networks, Move move)
    {
        FakeNetwork network = networks[move.Local];
        if (move.Extra == 0) bench.Fake.Resize(network, network.Prefixes[0], $"10.{100 + (bench.Azure.Calls % 100)}.{move.Local}.0/24");
        if (move.Extra == 1 && network.Sides.Count > 0)
            _ = bench.Clock.Run(() => bench.Fake.DeletePeeringAsync(ResourceId.Parse(network.Sides[0].Id!), CancellationToken.None));
    }

    private static void AssertHonest(Bench bench, FakeNetwork[] networks, PeeringRequest request, ChangeOutcome outcome, string before)
    {
        FakeNetwork local = bench.Fake[request.LocalId];
        FakeNetwork remote = bench.Fake[request.RemoteId];
        PeeringSide? one = local.SideTo(remote.Id);
        PeeringSide? other = remote.SideTo(local.Id);
        bool isWhole = one?.PeeringState == "Connected" && other?.PeeringState == "Connected";
        bool isAbsent = one is null && other is null;
        bool isSaid = outcome.Errors.Count > 0 && outcome.Errors.All(error => error.Action.Length > 0);
        Assert.True(isWhole || isAbsent || isSaid || Picture(networks) == before, $"Half made in silence: {Picture(networks)}");
        if (Picture(networks) == before || outcome.Errors.Count == 0) return;
        // What changed and did not succeed names the command that mends it.
        Assert.Contains(outcome.Errors, error => error.Action.Contains("-PeeringPair", StringComparison.Ordinal));
    }

    private static void AssertConverges(Bench bench, PeeringRequest request)
    {
        ChangeOutcome second = bench.ExecuteOne(request);
        if (second.Errors.Count > 0)
        {
            // What cannot be planned (a removal of what is gone, a sync of what is not connected) has nothing to converge to.
            Assert.True(second.Plan.IsBlocked, second.Errors[0].Message);
            return;
        }

        int writes = bench.Fake.Writes;
        ChangeOutcome third = bench.ExecuteOne(request);
        Assert.True(third.Errors.Count == 0 || third.Plan.IsBlocked);
        Assert.Equal(writes, bench.Fake.Writes);
    }

    private static string Picture(FakeNetwork[] networks) => string.Join("\n", networks.Select(network =>
        $"{network.Id.Name}: {string.Join(", ", network.Sides.OrderBy(side => side.Name, StringComparer.Ordinal).Select(Picture))}"
        + $" [{string.Join(", ", network.Tags.Select(tag => tag.Key + "=" + tag.Value))}]"));

    private static string Picture(PeeringSide side) =>
        $"{side.Name} {side.PeeringState} {side.PeeringSyncLevel} {string.Join(",", SettingsMath.Of(side).Lines(null))}";

    private sealed record Move(ChangeKind Kind, int Local, int Remote, PeeringDirection Flag, Fault[] Faults, int Extra)
    {
        public PeeringRequest Request(Bench bench, FakeNetwork[] networks) =>
            bench.Request(Kind, networks[Local], networks[Remote]) with
            {
                Flags = Kind switch
                {
                    ChangeKind.Repair => new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both, AllowForwardedTraffic = Flag, AllowGatewayTransit = PeeringDirection.None },
                    ChangeKind.New or ChangeKind.Set => new PairFlags { AllowForwardedTraffic = Flag },
                    _ => new PairFlags(),
                },
                Record = Kind == ChangeKind.New && Extra == 2 ? new RecordWish { Owner = "net" } : new RecordWish(),
                Parking = Kind == ChangeKind.Set && Extra == 3 ? Parking.Park : Parking.None,
            };

        public override string ToString() => $"{Kind} {Local}-{Remote} {Flag} extra {Extra} [{string.Join(", ", Faults)}]";
    }
}
