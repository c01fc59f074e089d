namespace PeeringTools.Life.Tests;

/// <summary>Ensuring a pair: found by its networks, adopted as it is, and only changed where that was asked for.</summary>
public sealed class NewTests
{
    private static readonly string[] SubnetMembers = ["localSubnetNames", "remoteSubnetNames", "enableOnlyIPv6Peering", "peerCompleteVnets"];

    [Fact]
    public void A_second_run_finds_the_pair_under_whatever_names_and_casing_and_writes_nothing()
    {
        using World world = new();
        world.Half(world.Hub, world.Spoke, """{"allowForwardedTraffic":true}""", "some-name");
        world.Half(world.Spoke, world.Hub, name: "other.name_1");
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(
            ChangeKind.New, ResourceId.Parse(world.Hub.Text.ToUpperInvariant()), ResourceId.Parse(world.Spoke.Text.ToUpperInvariant())));
        Assert.Empty(outcome.Errors);
        Assert.Equal(("some-name", "other.name_1"), (outcome.Pair!.Local.Name, outcome.Pair.Remote.Name));
        Assert.Contains(outcome.Pair.Differences, line => line.Contains("AllowForwardedTraffic", StringComparison.Ordinal));
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_hash_and_the_other_side_keeps_its_plain_name()
    {
        using World world = new();
        world.Half(world.Hub, world.Add("third", "10.2.0.0/16"), name: "peer-spoke");
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.Matches("^peer-spoke-[0-9a-f]{8}$", outcome.Pair!.Local.Name);
        Assert.Equal("peer-hub", outcome.Pair.Remote.Name);
        world.Forget();
        Assert.Empty(world.Do(world.Request(ChangeKind.New)).Errors);
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void Subnets_and_IPv6_of_one_request_are_mirrored_on_the_two_sides()
    {
        using World world = new(empty: true);
        ResourceId near = world.AddIn(world.Group, "near", ["10.0.0.0/16"], "a", "b");
        ResourceId far = world.AddIn(world.Group, "far", ["10.1.0.0/16"], "c", "d");
        PeeringRequest request = world.Request(ChangeKind.New, near, far) with
        {
            Flags = new PairFlags { LocalSubnetNames = ["a"], RemoteSubnetNames = ["c", "d"], EnableOnlyIPv6Peering = true },
        };
        ChangeOutcome outcome = world.Do(request);
        Assert.Empty(outcome.Errors);
        Assert.True(world.IsWhole(near, far));
        Assert.Equal("""["a"] ["c","d"] true false""", Words(world, near, far));
        Assert.Equal("""["c","d"] ["a"] true false""", Words(world, far, near));
        world.Forget();
        Assert.Empty(world.Do(request).Errors);
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void What_somebody_else_changed_since_the_plan_is_not_overwritten()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        IReadOnlyList<ChangePlan> plans = world.Plan(world.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } });
        world.Half(world.Hub, world.Spoke, """{"allowVirtualNetworkAccess":false}""");
        string before = world.Of(world.Hub, world.Spoke);
        world.Forget();
        PeeringError error = Assert.Single(world.Execute(plans)[0].Errors);
        Assert.Equal(nameof(Errors.ChangedMeanwhile), error.Id);
        Assert.Contains("AllowVirtualNetworkAccess: True -> False", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, world.Of(world.Hub, world.Spoke));
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_tag_or_another_peering_that_appears_on_the_network_meanwhile_stops_nothing()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        IReadOnlyList<ChangePlan> plans = world.Plan(world.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } });
        world.Half(world.Hub, world.Add("third", "10.2.0.0/16"));
        world.Tag(world.Spoke, "environment", "prod");
        Assert.Empty(world.Execute(plans)[0].Errors);
    }

    [Fact]
    public void An_expiry_for_a_pair_that_this_call_did_not_make_is_Sets_to_give()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        RecordWish wish = new() { ExpiresOn = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal([nameof(Errors.PairExistsUseSet)], world.Do(world.Request(ChangeKind.New) with { Record = wish }).Errors.Select(error => error.Id));
        Assert.Empty(world.Do(world.Request(ChangeKind.Set) with { Record = wish }).Errors);
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = wish }).Errors);
    }

    private static string Words(World world, ResourceId from, ResourceId to)
    {
        System.Text.Json.Nodes.JsonNode side = world.Side(from, to)!["properties"]!;
        return string.Join(" ", SubnetMembers.Select(member => side[member]!.ToJsonString()));
    }
}
