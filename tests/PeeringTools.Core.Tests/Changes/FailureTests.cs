using PeeringTools.Fakes;

namespace PeeringTools.Changes;

/// <summary>Something goes wrong at each call of New: the pair is whole, not there, or reported with a command that mends it.</summary>
public sealed class FailureTests
{
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    public static TheoryData<Fault, int, bool> EveryCall()
    {
        TheoryData<Fault, int, bool> rows = [];
        foreach (Fault fault in Faults)
        {
            // New with a record makes one tag write, two pairs of read and write, and two reads to check.
            for (int call = 0; call < 7; call++)
            {
                rows.Add(fault, call, true);
                rows.Add(fault, call, false);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public void A_fault_at_one_call_leaves_the_pair_whole_absent_or_reported(Fault fault, int call, bool forEver)
    {
        using Bench bench = new();
        PeeringRequest request = bench.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } };
        bench.Azure.Fault = (number, _, _) => number == call || (forEver && number > call) ? fault : Fault.None;
        ChangeOutcome outcome = bench.ExecuteOne(request);
        AssertHonest(bench, outcome);

        bench.Azure.Fault = (_, _, _) => Fault.None;
        ChangeOutcome again = bench.ExecuteOne(request);
        Assert.Empty(again.Errors);
        Assert.Equal(PeeringPairStatus.Connected, again.Pair!.Status);
        Assert.Equal(PeeringRecordState.Ok, again.Pair.RecordState);
        int writes = bench.Fake.Writes;
        Assert.Empty(bench.ExecuteOne(request).Errors);
        Assert.Equal(writes, bench.Fake.Writes);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.Error500Before)]
    [InlineData(Fault.Error500After)]
    [InlineData(Fault.Stale)]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.ThrottledAfter)]
    public void What_passes_is_waited_for_and_the_pair_is_made(Fault fault)
    {
        using Bench bench = new();
        int times = 2;
        bench.Azure.Fault = (_, name, _) => name == "PutPeering" && times-- > 0 ? fault : Fault.None;
        ChangeOutcome outcome = bench.ExecuteOne(bench.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.Equal(PeeringPairStatus.Connected, outcome.Pair!.Status);
        Assert.Contains(bench.Reporter.Verboses, text => text.StartsWith("Waiting", StringComparison.Ordinal));
    }

    [Fact]
    public void A_write_whose_answer_was_lost_is_not_sent_again_when_it_has_arrived()
    {
        using Bench bench = new();
        bench.Azure.Fault = (_, name, _) => name == "PutPeering" ? Fault.DropAfter : Fault.None;
        Assert.Empty(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
        Assert.Equal(2, bench.Fake.Count("PutPeering"));
    }

    [Fact]
    public void A_write_that_was_accepted_before_access_was_lost_is_found_and_taken_back()
    {
        using Bench bench = new();
        int times = 1;
        bench.Azure.Fault = (_, name, _) => name == "PutPeering" && times-- > 0 ? Fault.DeniedAfter : Fault.None;
        PeeringError error = Assert.Single(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
        Assert.Equal(nameof(Errors.AccessDenied), error.Id);
        Assert.EndsWith(PlanTexts.UndoneAll, error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Hub.Sides);
    }

    [Fact]
    public void A_write_that_was_plainly_refused_is_not_said_to_be_taken_back()
    {
        using Bench bench = new();
        bench.Azure.Fault = (_, name, _) => name == "PutPeering" ? Fault.Denied : Fault.None;
        ChangeOutcome outcome = bench.ExecuteOne(bench.Request(ChangeKind.New));
        Assert.DoesNotContain(PlanTexts.UndoneAll, Assert.Single(outcome.Errors).Message, StringComparison.Ordinal);
        Assert.False(outcome.Changed);
        Assert.Equal(0, bench.Fake.Writes);
    }

    [Fact]
    public void A_429_storm_ends_with_the_budget_and_what_was_done_is_taken_back()
    {
        using Bench bench = new();
        bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Throttled : Fault.None;
        DateTimeOffset start = bench.Clock.GetUtcNow();
        PeeringError error = Assert.Single(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
        Assert.Equal((nameof(Errors.Throttled), 429), (error.Id, error.HttpStatus));
        Assert.EndsWith(PlanTexts.UndoneAll, error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Hub.Sides.Concat(bench.Spoke.Sides));
        Assert.InRange(bench.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(14), bench.Options.Timeout);
    }

    [Fact]
    public void Azures_RetryAfter_is_kept_and_a_little_jitter_added()
    {
        using Bench bench = new();
        int times = 1;
        bench.Azure.Fault = (_, name, _) => name == "PutPeering" && times-- > 0 ? Fault.Throttled : Fault.None;
        DateTimeOffset start = bench.Clock.GetUtcNow();
        _ = bench.ExecuteOne(bench.Request(ChangeKind.New));
        Assert.Equal(TimeSpan.FromSeconds(11), bench.Clock.GetUtcNow() - start);
    }

    [Fact]
    public void NoRollback_leaves_what_was_made_and_says_which_side_that_is()
    {
        using Bench bench = new();
        bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Denied : Fault.None;
        ChangeOutcome outcome = bench.ExecuteOne(bench.Request(ChangeKind.New) with { NoRollback = true });
        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal((nameof(Errors.PeeringHalfMade), "AuthorizationFailed"), (error.Id, error.AzureCode));
        Assert.Contains("the side under 'hub' exists; there is no side under 'spoke'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"To finish: New-PeeringPair -VirtualNetworkId '{bench.Hub.Id}'", error.Action, StringComparison.Ordinal);
        Assert.Contains($"To undo: Remove-PeeringPair -VirtualNetworkId '{bench.Hub.Id}'", error.Action, StringComparison.Ordinal);
        Assert.NotNull(bench.HubSide);
    }

    [Fact]
    public void A_rollback_that_fails_as_well_is_said()
    {
        using Bench bench = new();
        bench.Azure.Fault = (_, name, id) => (name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal)) || name == "DeletePeering"
            ? Fault.Denied
            : Fault.None;
        PeeringError error = Assert.Single(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("Could not take back CreatePeering 'peer-spoke' under 'hub'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_that_never_reads_Connected_is_a_failed_verification_and_not_a_success()
    {
        using Bench bench = new();
        bench.Fake.Before = (call, _) =>
        {
            if (call.Name == "GetPeering" && bench.SpokeSide is PeeringSide side) side.PeeringSyncLevel = "LocalNotInSync";
            return Task.CompletedTask;
        };
        ChangeOutcome outcome = bench.ExecuteOne(bench.Request(ChangeKind.New));
        Assert.Equal(nameof(Errors.VerificationFailed), Assert.Single(outcome.Errors).Id);
        Assert.Equal("LocalNotInSync", outcome.Pair!.Remote.PeeringSyncLevel);
    }

    [Fact]
    public void A_pair_that_takes_a_moment_to_read_Connected_is_waited_for()
    {
        using Bench bench = new();
        int reads = 0;
        bench.Fake.Before = (call, _) =>
        {
            if (call.Name == "GetPeering" && bench.SpokeSide is PeeringSide side) side.PeeringState = reads++ < 4 ? "Initiated" : "Connected";
            return Task.CompletedTask;
        };
        Assert.Empty(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
    }

    internal static void AssertHonest(Bench bench, ChangeOutcome outcome)
    {
        FakeNetwork[] touched = [bench.Hub, bench.Spoke];
        bool isWhole = bench.HubSide?.PeeringState == "Connected" && bench.SpokeSide?.PeeringState == "Connected";
        bool isAbsent = touched.All(network => network.Sides.Count == 0 && network.Tags.Count == 0);
        bool isReported = outcome.Errors.Any(error => error.Action.Contains("-PeeringPair", StringComparison.Ordinal));
        Assert.True(isWhole || isAbsent || isReported, string.Join("; ", outcome.Errors.Select(error => error.Message)));
        if (!isWhole) Assert.NotEmpty(outcome.Errors);
    }
}
