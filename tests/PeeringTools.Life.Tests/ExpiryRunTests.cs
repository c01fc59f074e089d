namespace PeeringTools.Life.Tests;

/// <summary>A run over expired pairs that is cut off, short of time, on a wrong clock, or only to park.</summary>
public sealed class ExpiryRunTests : IDisposable
{
    private readonly World _world = new();
    private readonly string _receipts = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    /// <summary>Three pairs are nine writes: two sides and a tag each.</summary>
    public static TheoryData<int, bool> Kills =>
        new(Enumerable.Range(0, 18).Select(i => (i / 2, i % 2 == 0)));

    public void Dispose()
    {
        _world.Dispose();
        File.Delete(_receipts);
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public void A_run_killed_at_any_write_is_finished_by_the_next_one_and_nothing_is_deleted_twice(int write, bool arrived)
    {
        ResourceId[] spokes = _world.Spokes(3);
        _world.Expire();
        _world.Forget();
        int writes = 0;
        void Kill(WireCall call)
        {
            if (call.Method != "GET" && writes++ == write) throw new KilledException();
        }

        if (arrived) _world.Wire.Answered = Kill;
        else _world.Wire.Leaving = Kill;
        _ = Assert.ThrowsAny<Exception>(() => _world.RemoveExpired(receipts: _receipts));
        (_world.Wire.Answered, _world.Wire.Leaving) = (null, null);
        _world.Calm();

        Assert.All(_world.RemoveExpired(receipts: _receipts), outcome => Assert.Empty(outcome.Errors));
        Assert.All(spokes, spoke => Assert.True(_world.IsGone(_world.Hub, spoke)));
        string[] carriedOut = [.. _world.Wire.Writes.Where(call => call.Status is >= 200 and < 300).Select(call => $"{call.Method} {call.Path} {call.Body}")];
        Assert.Equal(carriedOut.Distinct(), carriedOut);
        Assert.Equal(9, carriedOut.Length);
        Assert.Equal(3, this.Lines().GroupBy(line => line.PairId).Count(pair => pair.Last().IsEnd));

        _world.Forget();
        int lines = this.Lines().Length;
        Assert.Empty(_world.RemoveExpired(receipts: _receipts));
        Assert.Equal((0, lines), (_world.Lab.Ledger.Writes, this.Lines().Length));
    }

    [Fact]
    public void The_receipt_is_on_the_disk_before_the_delete_leaves_and_again_after_it()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        List<string> seen = [];
        _world.Wire.Leaving = call =>
        {
            if (call.Method == "DELETE") seen.Add(string.Join(",", this.Lines().Select(line => line.Event)));
        };
        _ = _world.RemoveExpired(new ExpiryOptions { ChangeReference = "CHG-9" }, _receipts);
        Assert.Equal(["Started", "Started"], seen);
        Assert.Equal(["Started", "Done"], this.Lines().Select(line => line.Event));
        string[] texts = File.ReadAllLines(_receipts);
        Assert.All(texts, text => Assert.Contains("CHG-9", text, StringComparison.Ordinal));
        Assert.Contains("PeeringTools:peer-hub=pair=", texts[0], StringComparison.Ordinal);
        Assert.Contains("virtualNetworkPeerings/peer-hub", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_that_was_renewed_meanwhile_is_in_the_receipts_with_the_reason()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        _ = _world.RemoveExpired(receipts: _receipts, between: () => _world.Renew(_world.Hub, _world.Spoke, "2027-01-01T00:00:00Z"));
        Assert.Equal("Skipped", Assert.Single(this.Lines()).Event);
        Assert.Contains("2027-01-01", File.ReadAllText(_receipts), StringComparison.Ordinal);
    }

    [Fact]
    public void Receipts_that_cannot_be_written_stop_the_run_before_its_first_delete()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        _world.Forget();
        string nowhere = Path.Combine(_receipts, "no", "such", "folder.jsonl");
        PeeringException refused = Assert.Throws<PeeringException>(() => _world.RemoveExpired(receipts: nowhere));
        Assert.Equal(nameof(Errors.FileNotAccessible), refused.Error.Id);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_line_that_a_killed_run_left_half_written_swallows_no_other()
    {
        File.WriteAllText(_receipts, "{\"time\":\"2026-11-0");
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        _ = _world.RemoveExpired(receipts: _receipts);
        Assert.Equal(["Started", "Done"], this.Lines().Select(line => line.Event));
        Assert.Equal(3, File.ReadAllLines(_receipts).Length);
    }

    [Fact]
    public void A_record_without_any_side_is_the_rest_of_a_removal_and_Remove_takes_it_away()
    {
        _world.Renew(_world.Hub, _world.Spoke, Expiring.End);
        Assert.Empty(_world.Do(_world.Request(ChangeKind.Remove)).Errors);
        Assert.Empty(_world.Tags(_world.Spoke));
        Assert.Equal([nameof(Errors.PeeringNotFound)], _world.Problems(_world.Request(ChangeKind.Remove)));
    }

    [Fact]
    public void DisableOnly_parks_once_and_a_later_run_still_removes()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        ExpiryOptions park = new() { DisableOnly = true };
        Assert.Empty(Assert.Single(_world.RemoveExpired(park)).Errors);
        Assert.All(new[] { _world.Side(_world.Hub, _world.Spoke), _world.Side(_world.Spoke, _world.Hub) }, side => Assert.False((bool)side!["properties"]!["allowVirtualNetworkAccess"]!));
        Assert.Contains("parked=B", Assert.Single(_world.Tags(_world.Spoke)).Value, StringComparison.Ordinal);
        _world.Forget();
        Assert.Empty(_world.RemoveExpired(park));
        Assert.Equal(0, _world.Lab.Ledger.Writes);
        Assert.Empty(_world.Do(_world.Request(ChangeKind.Set) with { Parking = Parking.Restore }).Errors);
        Assert.True(_world.IsWhole(_world.Hub, _world.Spoke));
        Assert.Empty(Assert.Single(_world.RemoveExpired()).Errors);
        Assert.True(_world.IsGone(_world.Hub, _world.Spoke));
    }

    [Fact]
    public void When_the_time_is_spent_no_further_pair_is_begun_and_the_next_run_goes_on()
    {
        ResourceId[] spokes = _world.Spokes(4);
        _world.Expire();
        _world.Lab.Options.Pace = LabPace.Recorded;
        _world.Options = _world.Options with { TimeBudget = TimeSpan.FromSeconds(1) };
        IReadOnlyList<ChangeOutcome> outcomes = _world.RemoveExpired(receipts: _receipts);
        Assert.InRange(outcomes.Count(outcome => outcome.IsRemaining), 1, 3);
        // Whole or gone: nothing is left half-way.
        Assert.All(spokes, spoke => Assert.True(_world.IsWhole(_world.Hub, spoke) || _world.IsGone(_world.Hub, spoke)));
        Assert.Equal(outcomes.Count(outcome => outcome.IsRemaining), spokes.Count(spoke => _world.IsWhole(_world.Hub, spoke)));
        _world.Options = _world.Options with { TimeBudget = TimeSpan.FromHours(3) };
        Assert.All(_world.RemoveExpired(receipts: _receipts), outcome => Assert.Empty(outcome.Errors));
        Assert.All(spokes, spoke => Assert.True(_world.IsGone(_world.Hub, spoke)));
    }

    [Theory]
    [InlineData(-6, false)]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void A_clock_more_than_five_minutes_from_Azures_is_refused_before_anything_is_read(int minutes, bool isGood)
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        _world.Lab.AdvanceClock(TimeSpan.FromDays(1));
        _world.Forget();
        PeeringConnection wrong = _world.Connect(_world.Caller, new ShiftedTime(_world.Lab.Clock, TimeSpan.FromMinutes(minutes)));
        if (isGood)
        {
            Assert.Empty(Assert.Single(_world.RemoveExpired(connection: wrong)).Errors);
            return;
        }

        PeeringException refused = Assert.Throws<PeeringException>(() => _world.RemoveExpired(connection: wrong));
        Assert.Equal(nameof(Errors.ClockSkewed), refused.Error.Id);
        _ = Assert.Single(_world.Lab.Ledger.Requests);
    }

    private ReceiptLine[] Lines() => [.. ReadShared(_receipts).Select(ReceiptLine.TryParse).OfType<ReceiptLine>()];

    private static string[] ReadShared(string path)
    {
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    /// <summary>Stands for the end of the process: nothing in the module knows how to handle it.</summary>
    private sealed class KilledException : Exception;

    private sealed class ShiftedTime(TimeProvider inner, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + by;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);
    }
}
