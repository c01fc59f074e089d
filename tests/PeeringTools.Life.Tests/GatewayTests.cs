namespace PeeringTools.Life.Tests;

/// <summary>Sharing a gateway, in both directions, and ending it. The lab refuses the wrong order.</summary>
public sealed class GatewayTests
{
    public static TheoryData<bool> Directions() => [true, false];

    [Theory]
    [MemberData(nameof(Directions))]
    public void A_pair_is_made_with_the_owners_side_first_and_removed_with_the_users_side_first(bool hubIsLocal)
    {
        using World world = Networks(hubIsLocal, out PeeringRequest request, out string[] order);
        Assert.Empty(world.Do(request).Errors);
        Assert.Equal(order, Writes(world));
        Assert.True(world.IsWhole(request.LocalId, request.RemoteId));
        world.Forget();
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove, request.LocalId, request.RemoteId)).Errors);
        Assert.Equal(order.Reverse().Select(line => line.Replace("PUT", "DELETE", StringComparison.Ordinal)), Writes(world));
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void Transit_is_turned_on_and_off_on_a_live_pair_in_the_order_Azure_accepts(bool hubIsLocal)
    {
        using World world = Networks(hubIsLocal, out PeeringRequest request, out string[] order);
        world.Pair(request.LocalId, request.RemoteId);
        PeeringRequest set = request with { Kind = ChangeKind.Set };
        Assert.Empty(world.Do(set).Errors);
        Assert.Equal(order, Writes(world));
        world.Forget();
        Assert.Empty(world.Do(set with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.None) }).Errors);
        Assert.Equal(order.Reverse(), Writes(world));
        Assert.All(world.Wire.Writes, call => Assert.InRange(call.Status, 200, 202));
    }

    [Fact]
    public void The_lab_refuses_the_wrong_order()
    {
        using World world = Networks(true, out PeeringRequest request, out _);
        (ResourceId hub, ResourceId spoke) = (request.LocalId, request.RemoteId);
        world.Pair(hub, spoke);
        Assert.Equal("RemotePeeringHasNoGatewayTransit", Refusal(world, "PUT", spoke, hub, """{"useRemoteGateways":true}"""));
        Assert.Empty(world.Do(request).Errors);
        Assert.Equal("GatewayTransitInUseByRemotePeering", Refusal(world, "PUT", hub, spoke, "{}"));
        Assert.Equal("GatewayTransitInUseByRemotePeering", Refusal(world, "DELETE", hub, spoke, null));
    }

    [Fact]
    public void What_Azure_would_refuse_is_found_before_any_write()
    {
        using World world = new();
        ResourceId gate = world.AddWithGateway("gate", "10.9.0.0/16");
        ResourceId other = world.AddWithGateway("other", "10.8.0.0/16");
        Assert.Equal([nameof(Errors.GatewayMissing)], world.Problems(Using(world, world.Hub, world.Spoke)));
        Assert.Equal([nameof(Errors.GatewayConflict)], world.Problems(Using(world, gate, other)));
        Assert.Empty(world.Do(Using(world, gate, world.Spoke)).Errors);
        Assert.Equal([nameof(Errors.GatewayConflict)], world.Problems(Using(world, other, world.Spoke)));
    }

    [Fact]
    public void A_side_that_does_not_lend_what_the_other_already_uses_is_found_before_any_write()
    {
        using World world = Networks(true, out PeeringRequest request, out _);
        (ResourceId hub, ResourceId spoke) = (request.LocalId, request.RemoteId);
        // The spoke's operator came first.
        world.Half(spoke, hub, """{"useRemoteGateways":true}""");
        world.Forget();
        PeeringError error = Assert.Single(world.Do(request with { Flags = new PairFlags() }).Errors);
        Assert.Equal(nameof(Errors.GatewayConflict), error.Id);
        Assert.Contains("spoke", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Empty(world.Do(request).Errors);
        Assert.Contains(nameof(Errors.GatewayConflict), world.Problems(request with { Kind = ChangeKind.Set, Flags = new PairFlags { AllowGatewayTransit = PeeringDirection.None } }));
    }

    [Fact]
    public void A_failure_on_the_users_side_takes_the_transit_back()
    {
        using World world = Networks(true, out PeeringRequest request, out _);
        world.Pair(request.LocalId, request.RemoteId);
        string before = world.Of(request.LocalId, request.RemoteId);
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/spoke/virtualNetworkPeerings/*", Status = System.Net.HttpStatusCode.BadRequest, Code = "SomethingOdd" });
        PeeringError error = Assert.Single(world.Do(request with { Kind = ChangeKind.Set }).Errors);
        Assert.Equal(nameof(Errors.RequestRefused), error.Id);
        Assert.Equal(before, world.Of(request.LocalId, request.RemoteId));
    }

    private static PeeringRequest Using(World world, ResourceId owner, ResourceId user) => world.Request(ChangeKind.New, owner, user) with
    {
        Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Local),
    };

    private static World Networks(bool hubIsLocal, out PeeringRequest request, out string[] order)
    {
        World world = new(empty: true);
        ResourceId hub = world.AddWithGateway("hub", "10.0.0.0/16");
        ResourceId spoke = world.Add("spoke", "10.1.0.0/16");
        request = world.Request(ChangeKind.New, hubIsLocal ? hub : spoke, hubIsLocal ? spoke : hub) with
        {
            Flags = new PairFlags().WithGatewayTransit(hubIsLocal ? PeeringDirection.Local : PeeringDirection.Remote),
        };
        order = ["PUT hub", "PUT spoke"];
        world.Forget();
        return world;
    }

    private static string? Refusal(World world, string method, ResourceId from, ResourceId to, string? members)
    {
        string? body = members is null ? null : members.Insert(1, "\"remoteVirtualNetwork\":{\"id\":\"" + to.Text + "\"}" + (members.Length > 2 ? "," : ""));
        using HttpResponseMessage answer = world.Lab.Send(method, from.Peering("peer-" + to.Name).Text + "?api-version=2024-05-01", body is null ? null : "{\"properties\":" + body + "}");
        Assert.Equal(400, (int)answer.StatusCode);
        return (string?)System.Text.Json.Nodes.JsonNode.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult())!["error"]!["code"];
    }

    private static string[] Writes(World world) =>
        [.. world.Wire.Writes.Select(call => $"{call.Method} {ResourceId.Parse(call.Path).VirtualNetworkName}")];
}
