using CsCheck;

namespace PeeringTools.Life.Tests;

/// <summary>
/// Random commands on three networks, with random faults at random requests and with others who resize networks and
/// delete halves in between. Nothing is left half-made in silence, no two writes of ours meet in a network, and the same
/// request again, without faults, succeeds and then has nothing to write.
/// </summary>
public sealed class RandomWalkTests
{
    private static readonly Gen<Blow> AnyBlow = Gen.Select(Gen.Int[0, Trouble.Names.Length - 1], Gen.Int[0, 24], Gen.Int[1, 4], (name, call, times) => new Blow(Trouble.Names[name], call, times));

    private static readonly Gen<Move> AnyMove = Gen.Select(
        Gen.Enum<ChangeKind>(), Gen.Int[0, 2], Gen.Int[0, 1], Gen.Enum<PeeringDirection>(), AnyBlow.Array[0, 2], Gen.Int[0, 12],
        (kind, local, step, flag, blows, extra) => new Move(kind, local, (local + 1 + step) % 3, flag, blows, extra));

    [Fact]
    public void No_sequence_of_commands_and_faults_leaves_a_pair_half_made_in_silence() =>
        AnyMove.Array[1, 6].Sample(Walk, iter: 250, threads: 1, print: moves => string.Join("\n", moves.Select(move => move.ToString())));

    private static void Walk(Move[] moves)
    {
        using World world = new(empty: true);
        ResourceId[] networks = [world.AddWithGateway("hub", "10.0.0.0/16"), world.Add("spoke", "10.1.0.0/16"), world.Add("third", "10.2.0.0/16")];
        for (int i = 0; i < moves.Length; i++)
        {
            Move move = moves[i];
            Disturb(world, networks, move, i);
            PeeringRequest request = move.Request(networks);
            string before = Picture.Of(world, request.LocalId, request.RemoteId);
            world.Forget();
            foreach (Blow blow in move.Blows) world.Lab.AddFault(Trouble.Of(blow.Name, blow.Call, blow.Times));
            (ChangeOutcome? outcome, PeeringError? thrown) = world.Try(request);
            Honesty.Check(world, request, outcome, thrown, $"move {i}", before);
            world.Calm();
            Honesty.CheckConverges(world, request, $"move {i}");
        }
    }

    /// <summary>What others do in between: grow a network, or delete one half.</summary>
    private static void Disturb(World world, ResourceId[] networks, Move move, int index)
    {
        ResourceId network = networks[move.Local];
        if (move.Extra == 0) world.Resize(network, $"10.{move.Local}.0.0/16", $"10.{100 + (10 * index) + move.Local}.0.0/24");
        if (move.Extra == 1 && world.Sides(network) is { Length: > 0 } sides) _ = world.Send("DELETE", (string)sides[0]["id"]!);
    }

    private sealed record Blow(string Name, int Call, int Times);

    private sealed record Move(ChangeKind Kind, int Local, int Remote, PeeringDirection Flag, Blow[] Blows, int Extra)
    {
        public PeeringRequest Request(ResourceId[] networks) => new()
        {
            Kind = Kind,
            LocalId = networks[Local],
            RemoteId = networks[Remote],
            Scope = Extra is 8 or 9 ? SideScope.Local : SideScope.Both,
            Flags = Kind switch
            {
                ChangeKind.New or ChangeKind.Set when Extra is 10 or 11 or 9 => new PairFlags().WithGatewayTransit(Flag == PeeringDirection.Both ? PeeringDirection.Local : Flag),
                ChangeKind.Repair when Extra is 10 => new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both, AllowForwardedTraffic = Flag },
                ChangeKind.Repair => new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both, AllowForwardedTraffic = Flag, AllowGatewayTransit = PeeringDirection.None },
                ChangeKind.New or ChangeKind.Set => new PairFlags { AllowForwardedTraffic = Flag },
                _ => new PairFlags(),
            },
            Record = (Kind, Extra) switch
            {
                (ChangeKind.New, 2 or 3 or 8) => new RecordWish { Owner = "net" },
                (ChangeKind.Set, 2 or 3 or 8) => new RecordWish { Ticket = "T-" + Flag },
                (ChangeKind.Set, 12) => new RecordWish { Owner = "", Ticket = "", NoExpiration = true },
                _ => new RecordWish(),
            },
            Parking = Kind == ChangeKind.Set && Extra == 4 ? Parking.Park : Kind == ChangeKind.Set && Extra == 5 ? Parking.Restore : Parking.None,
            Recreate = Kind == ChangeKind.Repair && Extra == 6,
            NoRollback = Extra == 7,
        };

        public override string ToString() =>
            $"{Kind} {Local}-{Remote} {Flag} extra {Extra} [{string.Join(", ", Blows.Select(blow => $"{blow.Name} x{blow.Times} at {blow.Call}"))}]";
    }
}
