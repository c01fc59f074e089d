namespace PeeringTools.Life.Tests;

/// <summary>Bringing a broken pair back with the fewest writes Azure accepts.</summary>
public sealed class RepairTests
{
    [Fact]
    public void A_disconnected_pair_comes_back_in_two_writes_with_the_captured_flags_subnets_and_names()
    {
        using World world = new(empty: true);
        ResourceId near = world.AddIn(world.Group, "near", ["10.0.0.0/16"], "a", "b");
        ResourceId far = world.AddIn(world.Group, "far", ["10.1.0.0/16"], "a", "b");
        const string Flags = "\"peerCompleteVnets\":false,\"allowForwardedTraffic\":true,\"allowVirtualNetworkAccess\":false";
        world.Half(near, far, "{" + Flags + ""","localSubnetNames":["a"],"remoteSubnetNames":["b"]}""", "to-far");
        world.Half(far, near, "{" + Flags + ""","localSubnetNames":["b"],"remoteSubnetNames":["a"]}""", "from-near");
        PeeringPair captured = world.Do(world.Request(ChangeKind.New, near, far)).Pair!;
        string before = world.Of(near, far);
        world.Drop(far, near);
        Assert.Equal("Disconnected/RemoteNotInSync", world.State(near, far));
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Repair, near, far) with { Baseline = new PairBaseline(captured) });
        Assert.Empty(outcome.Errors);
        Assert.Equal(["PUT near", "PUT far"], Writes(world));
        Assert.Equal(before, world.Of(near, far));
    }

    [Fact]
    public void A_side_that_nobody_knows_the_settings_of_is_not_guessed()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Drop(world.Spoke, world.Hub);
        world.Forget();
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.Repair)).Errors);
        Assert.Equal(nameof(Errors.SettingsUnknown), error.Id);
        Assert.Contains("AllowForwardedTraffic", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void An_initiated_pair_gets_its_missing_side_in_one_write()
    {
        using World world = new();
        world.Half(world.Hub, world.Spoke);
        world.Forget();
        Assert.Empty(world.Do(world.Request(ChangeKind.Repair) with { Flags = Plain }).Errors);
        Assert.Equal(["PUT spoke"], Writes(world));
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_survivor_that_uses_the_remote_gateway_lets_go_of_it_until_the_other_side_lends_it_again()
    {
        using World world = new(empty: true);
        ResourceId hub = world.AddWithGateway("hub", "10.0.0.0/16");
        ResourceId spoke = world.Add("spoke", "10.1.0.0/16");
        Assert.Empty(world.Do(world.Request(ChangeKind.New, hub, spoke) with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Local) }).Errors);
        // Azure lets nobody delete the half that lends; it goes with its network.
        _ = world.Send("DELETE", world.Group + "/providers/Microsoft.Network/virtualNetworkGateways/gw-hub");
        _ = world.Send("DELETE", hub.Text);
        _ = world.AddWithGateway("hub", "10.0.0.0/16");
        Assert.Equal("Disconnected/RemoteNotInSync", world.State(spoke, hub));
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Repair, hub, spoke) with { Flags = Plain with { AllowGatewayTransit = null } });
        Assert.Empty(outcome.Errors);
        Assert.Equal(["PUT spoke", "PUT hub", "PUT spoke"], Writes(world));
        Assert.Equal(["\"useRemoteGateways\":false", "\"allowGatewayTransit\":true", "\"useRemoteGateways\":true"], world.Wire.Writes
            .Select((call, i) => System.Text.RegularExpressions.Regex.Match(call.Body, i == 1 ? "\"allowGatewayTransit\":[a-z]+" : "\"useRemoteGateways\":[a-z]+").Value));
        Assert.True(world.IsWhole(hub, spoke));
        Assert.True((bool)world.Side(spoke, hub)!["properties"]!["useRemoteGateways"]!);
        Assert.True((bool)world.Side(hub, spoke)!["properties"]!["allowGatewayTransit"]!);
    }

    [Fact]
    public void A_network_made_again_under_the_same_id_is_not_the_one_of_the_baseline()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        PeeringPair captured = world.Do(world.Request(ChangeKind.New)).Pair!;
        string guid = (string)world.Network(world.Spoke)["properties"]!["resourceGuid"]!;
        _ = world.Send("DELETE", world.Spoke.Text);
        _ = world.Add("spoke", "10.1.0.0/16");
        PairBaseline baseline = new(captured, new Dictionary<ResourceId, string> { [world.Spoke] = guid });
        world.Forget();
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.Repair) with { Baseline = baseline }).Errors);
        Assert.Equal(nameof(Errors.NetworkRecreated), error.Id);
        Assert.Equal(0, world.Lab.Ledger.Writes);
        // Without a baseline it is just a pair whose other side is gone.
        Assert.Empty(world.Do(world.Request(ChangeKind.Repair) with { Flags = Plain }).Errors);
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void New_is_no_success_while_a_side_is_disconnected_even_where_it_has_nothing_to_write(bool bothWays)
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Drop(world.Spoke, world.Hub);
        world.Forget();
        PeeringRequest request = world.Request(ChangeKind.New) with { Scope = bothWays ? SideScope.Both : SideScope.Local, Record = new RecordWish { Owner = "net" } };
        Assert.Equal([nameof(Errors.PeeringDisconnected)], world.Do(request).Errors.Select(error => error.Id));
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_side_that_Azure_refuses_to_write_is_deleted_only_when_that_is_asked_for()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Drop(world.Spoke, world.Hub);
        PeeringRequest request = world.Request(ChangeKind.Repair) with { Flags = Plain };
        Assert.False(world.Plan(request)[0].Deletes);
        world.Forget();
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/hub/virtualNetworkPeerings/*", Times = 1, Status = System.Net.HttpStatusCode.BadRequest, Code = "RemotePeeringIsDisconnected" });
        Assert.Single(world.Do(request).Errors);
        Assert.DoesNotContain(world.Wire.Writes, call => call.Method == "DELETE");
        world.Calm();
        world.Forget();
        Assert.True(world.Plan(request with { Recreate = true })[0].Deletes);
        Assert.Empty(world.Do(request with { Recreate = true }).Errors);
        Assert.Equal(["DELETE hub", "PUT hub", "PUT spoke"], Writes(world));
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    private static PairFlags Plain => new()
    {
        AllowVirtualNetworkAccess = PeeringDirection.Both,
        AllowForwardedTraffic = PeeringDirection.None,
        AllowGatewayTransit = PeeringDirection.None,
    };

    private static string[] Writes(World world) =>
        [.. world.Wire.Writes.Select(call => $"{call.Method} {ResourceId.Parse(call.Path).VirtualNetworkName}")];
}
