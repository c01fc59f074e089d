using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Life.Tests.Support;

/// <summary>Pairs with an end, and the run that ends them, down to planner and executor as the cmdlet has them.</summary>
internal static class Expiring
{
    /// <summary>The end of every temporary pair of these tests; the clock begins three days before it.</summary>
    public const string End = "2026-11-05T08:00:00Z";

    /// <summary>Moves the clock behind <see cref="End"/>.</summary>
    public static void Expire(this World world) => world.Lab.AdvanceClock(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));

    /// <summary>A pair that stands, with its record under the other network.</summary>
    public static void Temporary(this World world, ResourceId one, ResourceId other, string expires = End)
    {
        world.Pair(one, other);
        world.Renew(one, other, expires);
        world.Forget();
    }

    public static void Renew(this World world, ResourceId one, ResourceId other, string expires) =>
        world.Tag(other, "PeeringTools:peer-" + one.Name, Record(one, other, expires));

    public static string Record(ResourceId one, ResourceId other, string expires) =>
        $"pair={PairId.Of(one.Text, other.Text)};expires={expires};owner=net;ticket=CHG-1";

    public static void Untag(this World world, ResourceId id) => world.Send("DELETE", id.Text + "/providers/Microsoft.Resources/tags/default");

    /// <summary>Temporary pairs of the hub with so many new spokes.</summary>
    public static ResourceId[] Spokes(this World world, int count)
    {
        ResourceId[] spokes = [.. Enumerable.Range(0, count).Select(i => world.Add($"t{i}", $"10.{20 + i}.0.0/16"))];
        foreach (ResourceId spoke in spokes) world.Temporary(world.Hub, spoke);
        return spokes;
    }

    public static bool IsGone(this World world, ResourceId one, ResourceId other) =>
        world.State(one, other) == "none" && world.State(other, one) == "none" && world.Tags(other).Count == 0 && world.Tags(one).Count == 0;

    /// <summary>Selects, plans and carries out in one go.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Without grace and with the usual brake when left out.</param>
    /// <param name="receipts">The receipt file.</param>
    /// <param name="between">Happens after everything was planned and confirmed.</param>
    /// <param name="pairs">Pairs to look at instead of everything.</param>
    /// <param name="scope">Where to look.</param>
    /// <param name="connection">Another connection than the world's own.</param>
    public static IReadOnlyList<ChangeOutcome> RemoveExpired(
        this World world, ExpiryOptions? options = null, string? receipts = null, Action? between = null,
        PeeringPair[]? pairs = null, PairScope? scope = null, PeeringConnection? connection = null) => world.Time.Run(async () =>
    {
        ChangeRun run = connection is null ? world.NewRun() : world.NewRun(connection);
        ExpiryRun expiry = new(run.Access, options ?? new ExpiryOptions(), receipts);
        run.Guard = expiry.Guard;
        PairScope? everything = pairs is null ? scope ?? PairScope.Everything : null;
        IReadOnlyCollection<PeeringRequest> requests = await expiry.SelectAsync(everything, pairs ?? [], true, world.Stop.Token);
        IReadOnlyList<ChangePlan> plans = await run.PlanAsync([.. requests], world.Stop.Token);
        between?.Invoke();
        List<ChangeOutcome> outcomes = [];
        await foreach (ChangeOutcome outcome in run.ExecuteAsync(plans, world.Stop.Token)) outcomes.Add(outcome);
        return outcomes;
    });

    public static PeeringPair Read(this World world, ResourceId one, ResourceId other) => world.Time.Run(() =>
        new PairScan(new NetworkAccess([world.Connection], world.Reporter)).ReadOneAsync(one, other, CancellationToken.None))!;

    /// <summary>The warning that was said about a pair that stays.</summary>
    public static string SoleWarning(this World world) =>
        Assert.Single(world.Reporter.Verboses, line => line.StartsWith("WARNING ", StringComparison.Ordinal));
}
