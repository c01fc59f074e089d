namespace PeeringTools.Life.Tests;

/// <summary>Many rows in one run: Import-Csv | New-PeeringPair.</summary>
public sealed class BulkTests
{
    [Fact]
    public void Ten_rows_with_three_bad_ones_give_seven_pairs_and_three_errors_in_input_order()
    {
        using World world = new(LabPace.Recorded);
        PeeringRequest[] rows = [.. Enumerable.Range(0, 10).Select(i => world.Request(ChangeKind.New, remote: i switch
        {
            2 => ResourceId.Parse($"{world.Group}/providers/Microsoft.Network/virtualNetworks/nowhere"),
            5 => world.Add("clash", "10.0.9.0/24"),
            7 => world.Hub,
            _ => world.Add($"s{i}", $"10.{10 + i}.0.0/24"),
        }))];
        world.Forget();
        IReadOnlyList<ChangeOutcome> outcomes = world.Do(rows);
        Assert.Equal(rows, outcomes.Select(outcome => outcome.Plan.Request));
        string[] errors = [.. outcomes.Select(outcome => outcome.Errors.Count == 0 ? "ok" : Assert.Single(outcome.Errors).Id)];
        Assert.Equal(
            ["ok", "ok", nameof(Errors.VirtualNetworkNotFound), "ok", "ok", nameof(Errors.AddressSpaceOverlap), "ok", nameof(Errors.SameVirtualNetwork), "ok", "ok"], errors);
        Assert.Equal(7, outcomes.Count(outcome => outcome.Pair?.Status == PeeringPairStatus.Connected));
        Assert.Equal(14, world.Lab.Ledger.Writes);
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
        Assert.Equal(10, world.Reporter.Progresses.Last().Done);
        Assert.Contains(world.Reporter.Verboses, text => text.Contains("10", StringComparison.Ordinal) && text.Contains('7'));
    }

    [Fact]
    public void A_rerun_without_the_forwarded_traffic_column_changes_nothing_on_live_pairs()
    {
        using World world = new();
        ResourceId[] spokes = [.. Enumerable.Range(0, 5).Select(i => world.Add($"s{i}", $"10.{10 + i}.0.0/24"))];
        PeeringRequest[] first = [.. spokes.Select(spoke => world.Request(ChangeKind.New, remote: spoke) with
        {
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote },
            Record = new RecordWish { Owner = "net" },
        })];
        Assert.All(world.Do(first), outcome => Assert.Empty(outcome.Errors));
        string before = world.Of([world.Hub, .. spokes]);
        world.Forget();
        IReadOnlyList<ChangeOutcome> again = world.Do([.. first.Select(row => row with { Flags = new PairFlags() })]);
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Equal(before, world.Of([world.Hub, .. spokes]));
        Assert.All(again, outcome => Assert.False(outcome.Changed));
        // It is said that the pair differs from what a new one would have got.
        Assert.All(again, outcome => Assert.Contains(outcome.Pair!.Differences, line => line.Contains("AllowForwardedTraffic", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_two_new_spokes_that_overlap_each_other_the_second_is_blocked_and_the_rest_done()
    {
        using World world = new();
        PeeringRequest[] rows = [.. new[] { ("a", "10.20.0.0/24"), ("b", "10.20.0.128/25"), ("c", "10.21.0.0/24") }
            .Select(spoke => world.Request(ChangeKind.New, remote: world.Add(spoke.Item1, spoke.Item2)))];
        world.Forget();
        IReadOnlyList<ChangeOutcome> outcomes = world.Do(rows);
        Assert.Equal([0, 1, 0], outcomes.Select(outcome => outcome.Errors.Count));
        PeeringError error = Assert.Single(outcomes[1].Errors);
        Assert.Equal(nameof(Errors.AddressSpaceOverlapThroughPeer), error.Id);
        Assert.Contains("10.20.0.128/25", error.Message, StringComparison.Ordinal);
        Assert.Contains("10.20.0.0/24", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_row_that_fails_in_the_middle_does_not_keep_the_later_ones_from_their_turn()
    {
        using World world = new(LabPace.Recorded);
        PeeringRequest[] rows = [.. Enumerable.Range(0, 6).Select(i => world.Request(ChangeKind.New, remote: world.Add($"s{i}", $"10.{10 + i}.0.0/24")))];
        world.Forget();
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/s3/virtualNetworkPeerings/*", Times = null, Status = System.Net.HttpStatusCode.Forbidden, Code = "AuthorizationFailed" });
        IReadOnlyList<ChangeOutcome> outcomes = world.Do(rows);
        Assert.Equal([0, 0, 0, 1, 0, 0], outcomes.Select(outcome => outcome.Errors.Count));
        Assert.Equal("none", world.State(world.Hub, rows[3].RemoteId));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }
}
