using System.Text.Json.Nodes;
using PeeringTools.Pairs;

namespace PeeringTools.Life.Tests;

/// <summary>The same estate from Resource Manager and from Resource Graph: the same pairs, and the differences are the honest ones.</summary>
public sealed class GraphSourceTests
{
    [Theory]
    [InlineData("HubSpoke")]
    [InlineData("Migration")]
    public void Both_sources_give_the_same_pairs(string estate)
    {
        using GraphWorld world = new(estate);
        string[] live = [.. world.Read(GraphWorld.Live).Select(Picture)];
        string[] graph = [.. world.Read(GraphWorld.Graph).Select(Picture)];
        Assert.NotEmpty(live);
        Assert.Equal(live, graph);
        Assert.Empty(world.Reporter.Errors);
    }

    [Fact]
    public void Of_a_broken_estate_only_what_a_copy_cannot_prove_differs()
    {
        using GraphWorld world = new("Broken");
        Dictionary<string, PeeringPair> live = world.Read(GraphWorld.Live).ToDictionary(pair => pair.PairId);
        Dictionary<string, PeeringPair> graph = world.Read(GraphWorld.Graph).ToDictionary(pair => pair.PairId);
        Assert.Equal(live.Keys.Order(), graph.Keys.Order());
        string[] differences = [.. live.Keys.Where(id => live[id].Status != graph[id].Status)
            .Select(id => $"{live[id]} / {graph[id].Status}").Order(StringComparer.Ordinal)];
        Assert.Equal(["vnet-deleted - vnet-orphan (RemoteGone) / Unknown"], differences);
        Assert.All(graph.Values, pair => Assert.Equal("LAB ResourceGraph", pair.Source));
        Assert.DoesNotContain(graph.Values, pair => pair.Status == PeeringPairStatus.RemoteGone);
        Assert.Contains(world.Reporter.Warnings, warning => warning.Contains("proves nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void Orphans_from_Resource_Graph_are_those_that_Resource_Manager_confirms()
    {
        using GraphWorld world = new("Broken");
        PairFilter orphaned = new(world.Time) { Orphaned = true };
        string[] live = [.. world.Read(GraphWorld.Live).Where(orphaned.Passes).Select(Picture)];
        PeeringPair[] graph = [.. world.Read(GraphWorld.Graph with { RereadsDoubtful = true }).Where(orphaned.Passes)];
        Assert.Contains(live, text => text.Contains("vnet-orphan", StringComparison.Ordinal));
        Assert.Equal(live, graph.Select(Picture));
        Assert.All(graph, pair => Assert.Equal("LAB ResourceManager", pair.Source));
    }

    [Fact]
    public void Pages_of_two_rows_give_every_pair_once_and_keep_the_quota_on_the_labs_clock()
    {
        using GraphWorld world = new("Large", 60);
        (world.Lab.Options.PageSize, world.Lab.Options.EnforceRateLimits) = (2, true);
        Assert.Equal(59, world.Read(GraphWorld.Graph).Count);
        int[] statuses = world.Statuses();
        Assert.Equal((30, 0), (statuses.Length, statuses.Count(status => status == 429)));
        Assert.Contains(world.Reporter.Lines, line => line.Contains("the next query is sent in", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quota_that_others_use_up_is_waited_for_after_the_refusal()
    {
        using GraphWorld world = new("Large", 60);
        (world.Lab.Options.PageSize, world.Lab.Options.EnforceRateLimits) = (2, true);
        // Two runs of one identity, one behind the other: the second begins in a window that the first has used up.
        Assert.Equal(59, world.Read(GraphWorld.Graph).Count);
        Assert.Equal(59, world.Read(GraphWorld.Graph).Count);
        Assert.Contains(429, world.Statuses());
        Assert.Empty(world.Reporter.Errors);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(100000)]
    public void A_storm_of_429_ends_with_every_pair_or_with_CoverageIncomplete(int times)
    {
        using GraphWorld world = new("Large", 300);
        world.Lab.AddFault(Throttling(skip: 0, times, seconds: 11));
        PairScan scan = world.Scan();
        List<PeeringPair> pairs = world.Read(scan, GraphWorld.Graph);
        bool whole = pairs.Count == 299 && scan.Coverage.IsComplete && world.Reporter.Errors.Count == 0;
        bool loud = !scan.Coverage.IsComplete && world.Reporter.Errors.Single().Id == nameof(Errors.CoverageIncomplete);
        Assert.True(whole ^ loud, $"{pairs.Count} pairs, {world.Reporter.Errors.Count} errors");
        Assert.Equal(times < 20, whole);
    }

    [Fact]
    public void A_storm_in_the_middle_of_the_pages_is_never_a_smaller_estate()
    {
        using GraphWorld world = new("Large", 300);
        world.Lab.Options.PageSize = 50;
        world.Lab.AddFault(Throttling(skip: 3, null, seconds: 30));
        PairScan scan = world.Scan();
        Assert.NotEqual(299, world.Read(scan, GraphWorld.Graph).Count(pair => pair.Status == PeeringPairStatus.Connected));
        Assert.Equal(nameof(Errors.CoverageIncomplete), world.Reporter.Errors.Single().Id);
        Assert.Throws<PeeringException>(scan.Coverage.RequireComplete);
    }

    [Fact]
    public void Truncation_is_an_error_and_not_a_smaller_estate()
    {
        using GraphWorld world = new("HubSpoke");
        world.Lab.AddFault(new LabFault { Path = "*/Microsoft.ResourceGraph/*", Times = null, Effect = LabFaultEffect.TruncateResult });
        PairScan scan = world.Scan();
        _ = world.Read(scan, GraphWorld.Graph);
        PeeringError error = world.Reporter.Errors.First();
        Assert.Equal(nameof(Errors.CoverageIncomplete), error.Id);
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        Assert.False(scan.Coverage.IsComplete);
    }

    [Fact]
    public void Three_thousand_networks_are_counted_exactly_with_a_handful_of_requests()
    {
        using GraphWorld world = new("Large", 3000);
        PairScan scan = world.Scan();
        Assert.Equal(2999, world.Read(scan, GraphWorld.Graph).Count);
        Assert.Equal((true, 3000), (scan.Coverage.IsComplete, scan.Coverage.Entries.Sum(entry => entry.Networks)));
        Assert.Equal(4, world.Lab.Ledger.Requests.Count);
    }

    [Fact]
    public void A_management_group_is_its_subscriptions_and_the_root_is_the_tenant()
    {
        using GraphWorld world = new("Large", 2000);
        string second = world.Lab.Subscriptions.Single(s => s.DisplayName == "Landing zone 02").SubscriptionId;
        world.Lab.AddManagementGroup("landing", null, second);
        PairScan scan = world.Scan();
        List<PeeringPair> pairs = world.Read(scan, new PairScope { ManagementGroupId = "landing" });
        // 1,000 networks in a tree, and the chain of hubs leaves the group once.
        Assert.Equal((1000, second), (pairs.Count, Assert.Single(scan.Coverage.Entries).SubscriptionId));
        Assert.All(pairs, pair => Assert.Equal(PeeringPairStatus.Connected, pair.Status));
        Assert.Equal(1999, world.Read(new PairScope { ManagementGroupId = world.Lab.Tenants[0].TenantId }).Count);
        Assert.Equal(nameof(Errors.AccessDenied), Assert.Throws<PeeringException>(() => world.Read(new PairScope { ManagementGroupId = "nowhere' | take 1" })).Error.Id);
    }

    [Fact]
    public void Hostile_names_tags_and_owners_come_through_as_they_are()
    {
        using GraphWorld world = new("Empty");
        string group = world.Lab.Subscriptions[0].SubscriptionId;
        string tag = "'\"| where 1==1 // \u202Eabc\uD83D\uDE00 =cmd";
        foreach ((string name, string prefix) in new[] { ("a", "10.1.0.0/16"), ("b", "10.2.0.0/16") })
        {
            JsonObject body = new()
            {
                ["location"] = "westeurope",
                ["tags"] = new JsonObject { ["note"] = tag, ["$skipToken"] = "x", ["resultTruncated"] = "true" },
                ["properties"] = new JsonObject { ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(prefix) } },
            };
            world.Put($"/subscriptions/{group}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/{name}", body);
        }

        foreach ((string from, string to) in new[] { ("a", "b"), ("b", "a") })
        {
            string root = $"/subscriptions/{group}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/";
            JsonObject body = new() { ["properties"] = new JsonObject { ["remoteVirtualNetwork"] = new JsonObject { ["id"] = root + to } } };
            world.Put($"{root}{from}/virtualNetworkPeerings/0.p-1_{to}", body);
        }

        string[] live = [.. world.Read(GraphWorld.Live).Select(Picture)];
        Assert.Equal(live, world.Read(GraphWorld.Graph).Select(Picture));
        Assert.Contains("0.p-1_b", Assert.Single(live), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_caller_may_not_read_is_found_by_the_check_of_coverage()
    {
        using GraphWorld world = new("HubSpoke");
        world.Lab.Principals[0].Deny("/", "Microsoft.Network/virtualNetworks/read");
        PairScan scan = world.Scan();
        Assert.Empty(world.Read(scan, GraphWorld.Graph));
        world.Check(scan.Coverage);
        Assert.All(scan.Coverage.Entries, entry => Assert.Equal(CoverageState.Partial, entry.State));
    }

    private static LabFault Throttling(int skip, int? times, int seconds) => new()
    {
        Path = "*/Microsoft.ResourceGraph/*",
        Skip = skip,
        Times = times,
        Status = System.Net.HttpStatusCode.TooManyRequests,
        Code = "RateLimiting",
        RetryAfterSeconds = seconds,
    };

    /// <summary>All that a pair says, less where and when it was read and what Resource Graph's rows do not have.</summary>
    private static string Picture(PeeringPair pair) =>
        $"{pair.PairId} {pair} {pair.SyncLevel} {pair.MissingSide} {pair.RecordState} {pair.Owner} {pair.Ticket} {pair.ExpiresOn:o} {pair.ManagedBy} {pair.IsGlobal} {pair.IsCrossTenant} | "
        + Side(pair.Local) + " | " + Side(pair.Remote);

    private static string Side(PeeringSide side) => string.Join(" ", typeof(PeeringSide).GetProperties()
        .Where(property => property.Name != nameof(PeeringSide.Etag))
        .Select(property => property.GetValue(side) is string[] list ? string.Join(",", list) : property.GetValue(side)?.ToString() ?? "-"));
}
