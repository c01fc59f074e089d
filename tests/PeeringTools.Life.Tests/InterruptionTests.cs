namespace PeeringTools.Life.Tests;

/// <summary>Ctrl+C at every request of every command: at most one more read leaves, and the words say what is there.</summary>
public sealed class InterruptionTests
{
    public static TheoryData<string, bool> Cases()
    {
        TheoryData<string, bool> rows = [];
        foreach (string kind in Enum.GetNames<ChangeKind>())
        {
            rows.Add(kind, true);
            rows.Add(kind, false);
        }

        return rows;
    }

    /// <param name="kind">The command.</param>
    /// <param name="isAnswered">False: stopped before the request leaves. True: after Azure has it and before the answer is seen.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public void After_Ctrl_C_at_any_request_at_most_one_read_leaves_and_the_sides_are_named(string kind, bool isAnswered)
    {
        int calls = 1;
        for (int call = 0; call < calls; call++)
        {
            using World world = new();
            PeeringRequest request = Prepared(world, Enum.Parse<ChangeKind>(kind));
            string before = Picture.Of(world, world.Hub, world.Spoke);
            int at = call;
            void Strike(WireCall sent)
            {
                if (sent.Number == at) world.Stop.Cancel();
            }

            if (isAnswered) world.Wire.Answered = Strike;
            else world.Wire.Leaving = Strike;
            IReadOnlyList<ChangeOutcome> outcomes = world.Do([request]);
            calls = Math.Max(calls, CallsOf(kind));
            string where = $"{kind} at call {call}: {string.Join(", ", world.Wire.Calls)}";
            WireCall[] after = [.. world.Wire.Calls.Skip(call + 1)];
            Assert.True(after.Length <= 1 && after.All(sent => sent.Method == "GET"), where);
            world.Calm();
            CheckWords(world, outcomes, before, where);
        }
    }

    [Fact]
    public void After_Ctrl_C_the_one_read_is_not_repeated_when_it_fails()
    {
        using World world = new();
        world.Wire.Answered = sent =>
        {
            if (sent.Method != "PUT") return;
            world.Stop.Cancel();
            world.Lab.AddFault(Trouble.Of("503", 0, null));
        };
        ChangeOutcome outcome = Assert.Single(world.Do([world.Request(ChangeKind.New)]));
        Assert.True(outcome.Interrupted);
        int put = world.Wire.Calls.Single(call => call.Method == "PUT").Number;
        Assert.True(world.Wire.Calls.Count <= put + 2, string.Join(", ", world.Wire.Calls));
        Assert.Contains("May still be running: CreatePeering 'peer-spoke'", Assert.Single(outcome.Errors).Message, StringComparison.Ordinal);
    }

    private static int CallsOf(string kind)
    {
        using World world = new();
        Assert.Empty(world.Do(Prepared(world, Enum.Parse<ChangeKind>(kind))).Errors);
        return world.Wire.Calls.Count;
    }

    /// <summary>What Azure still had to do has ended by now, and the words may not have denied it.</summary>
    private static void CheckWords(World world, IReadOnlyList<ChangeOutcome> outcomes, string before, string where)
    {
        bool isUntouched = Picture.Of(world, world.Hub, world.Spoke) == before;
        if (outcomes.Count == 0 || outcomes[0].Errors.Count == 0)
        {
            Assert.True(isUntouched || outcomes.Any(outcome => !outcome.Interrupted), "Nothing was said. " + where);
            return;
        }

        PeeringError error = Assert.Single(outcomes[0].Errors);
        Assert.Equal(nameof(Errors.PeeringInterrupted), error.Id);
        Assert.Contains("-PeeringPair -VirtualNetworkId", error.Action, StringComparison.Ordinal);
        foreach ((string name, bool exists) in new[] { ("hub", world.Side(world.Hub, world.Spoke) is not null), ("spoke", world.Side(world.Spoke, world.Hub) is not null) })
        {
            bool maybe = error.Message.Contains("May still be running", StringComparison.Ordinal) || error.Message.Contains($"under '{name}' exists is not known", StringComparison.Ordinal);
            string wrong = exists ? $"there is no side under '{name}'" : $"the side under '{name}' exists";
            Assert.True(maybe || !error.Message.Contains(wrong, StringComparison.Ordinal), $"{error.Message} {where}");
        }
    }

    private static PeeringRequest Prepared(World world, ChangeKind kind)
    {
        if (kind != ChangeKind.New) world.Pair(world.Hub, world.Spoke);
        if (kind == ChangeKind.Sync) world.Resize(world.Spoke, "10.1.0.0/16", "10.2.0.0/16");
        if (kind == ChangeKind.Repair) world.Drop(world.Spoke, world.Hub);
        world.Forget();
        return world.Request(kind) with
        {
            Flags = kind is ChangeKind.Set or ChangeKind.Repair
                ? new PairFlags { AllowForwardedTraffic = PeeringDirection.Both, AllowVirtualNetworkAccess = PeeringDirection.Both, AllowGatewayTransit = PeeringDirection.None }
                : new PairFlags(),
            Record = kind is ChangeKind.New or ChangeKind.Set ? new RecordWish { Owner = "net" } : new RecordWish(),
        };
    }
}
