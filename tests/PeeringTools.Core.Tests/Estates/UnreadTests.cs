using PeeringTools.Pairs;
using PeeringTools.Surroundings;
using static PeeringTools.Estates.Surrounded;

namespace PeeringTools.Estates;

/// <summary>What could not be read, or may have been left out, is written down and never passes for nothing.</summary>
public class UnreadTests
{
    private static readonly PeeringException Denied = new(
        PeeringError.Of(nameof(Errors.AccessDenied), null, "x", "no") with { AzureCode = "AuthorizationFailed", HttpStatus = 403 });

    private readonly Surrounded _estate = new();

    [Theory]
    [InlineData("ListNetworkSecurityGroups", nameof(SurroundingKinds.NetworkSecurityGroups))]
    [InlineData("ListRouteTables", nameof(SurroundingKinds.RouteTables))]
    [InlineData("ListNetworkInterfaces", nameof(SurroundingKinds.NetworkInterfaces))]
    [InlineData("ListScaleSetInterfaces", nameof(SurroundingKinds.ScaleSetInterfaces))]
    [InlineData("ListLoadBalancers", nameof(SurroundingKinds.LoadBalancers))]
    [InlineData("ListFirewalls", nameof(SurroundingKinds.Firewalls))]
    [InlineData("GetGateway", nameof(SurroundingKinds.Gateways))]
    [InlineData("ListPrivateDnsZones", nameof(SurroundingKinds.PrivateDnsZones))]
    [InlineData("ListConnectedGroups", nameof(SurroundingKinds.ConnectedGroups))]
    public async Task A_kind_that_fails_is_unread_there_and_every_other_one_is_read(string call, string kindName)
    {
        SurroundingKinds kind = Enum.Parse<SurroundingKinds>(kindName);
        _estate.Azure.Fail(call, First, Denied);

        EstateReading reading = await _estate.ReadAsync(PairScope.Everything, SurroundingKinds.All | SurroundingKinds.ConnectedGroups);

        UnreadSurrounding unread = Assert.Single(reading.Estate.Unread);
        Assert.Equal((kind, First, nameof(Errors.AccessDenied)), (unread.Kind, unread.SubscriptionId, unread.Problem.Id));
        Assert.NotNull(reading.Estate.WhyUnread(kind, First.ToUpperInvariant()));
        Assert.Null(reading.Estate.WhyUnread(~kind, First));
        Assert.Null(reading.Estate.WhyUnread(kind, Second));
        Assert.Equal(2, reading.Pairs.Count);
        Assert.Contains(_estate.Reporter.Verboses, line => line.Contains(kind.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(SurroundingKinds.NetworkInterfaces), "Microsoft.Network/networkInterfaces/read")]
    [InlineData(nameof(SurroundingKinds.LoadBalancers), "Microsoft.Network/loadBalancers/read")]
    [InlineData(nameof(SurroundingKinds.PrivateDnsZones), "Microsoft.Network/privateDnsZones/virtualNetworkLinks/read")]
    [InlineData(nameof(SurroundingKinds.ScaleSetInterfaces), "Microsoft.Compute/virtualMachineScaleSets/networkInterfaces/read")]
    public async Task A_list_that_may_leave_out_what_the_identity_may_not_read_is_unread_and_what_came_is_kept(string kindName, string missing)
    {
        SurroundingKinds kind = Enum.Parse<SurroundingKinds>(kindName);
        string[] all =
        [
            "Microsoft.Network/networkInterfaces/read", "Microsoft.Network/loadBalancers/read", "Microsoft.Network/privateDnsZones/read",
            "Microsoft.Network/privateDnsZones/virtualNetworkLinks/read", "Microsoft.Compute/virtualMachineScaleSets/read",
            "Microsoft.Compute/virtualMachineScaleSets/networkInterfaces/read",
        ];
        foreach (string subscription in (string[])[First, Second, Central])
        {
            _estate.Azure.Grant(ResourceId.ForSubscription(subscription), subscription == First ? [.. all.Where(action => action != missing)] : all);
        }

        EstateReading reading = await _estate.ReadAsync(PairScope.Everything, SurroundingKinds.Appliances | SurroundingKinds.PrivateDnsZones);

        UnreadSurrounding unread = Assert.Single(reading.Estate.Unread);
        Assert.Equal((kind, First, nameof(Errors.MissingPermission)), (unread.Kind, unread.SubscriptionId, unread.Problem.Id));
        Assert.Contains(missing, unread.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(4, reading.Estate.NetworkInterfaces.Count);
    }

    [Fact]
    public async Task A_list_with_all_that_subnets_name_proves_itself_and_nobody_asks_for_rights()
    {
        _estate.Azure.Grant(ResourceId.ForSubscription(Central), "nothing");

        EstateReading reading = await _estate.ReadAsync(
            PairScope.Everything, SurroundingKinds.RouteTables | SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.Firewalls);

        Assert.Empty(reading.Estate.Unread);
        Assert.Equal(0, _estate.Azure.Count("ListPermissions"));
    }

    [Fact]
    public async Task A_list_without_something_that_a_subnet_names_is_unread_where_rights_are_missing()
    {
        _estate.Azure.Grant(ResourceId.ForSubscription(Second), "*");
        _estate.Around.RouteTables.Clear();
        _estate.Around.NetworkSecurityGroups.Clear();
        _estate.Around.Firewalls.Clear();

        EstateReading reading = await _estate.ReadAsync(
            PairScope.Everything, SurroundingKinds.RouteTables | SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.Firewalls);

        Assert.Equal(
            ["Firewalls 1 MissingPermission", "NetworkSecurityGroups 1 MissingPermission", "RouteTables 1 MissingPermission"], UnreadOf(reading));
        Assert.Equal(2, _estate.Azure.Count("ListPermissions"));
    }

    [Fact]
    public async Task Rights_that_cannot_be_read_leave_the_kinds_that_need_them_unread()
    {
        _estate.Azure.Fail("ListPermissions", Second, Denied);

        EstateReading reading = await _estate.ReadAsync(PairScope.Everything, SurroundingKinds.NetworkInterfaces | SurroundingKinds.RouteTables);

        Assert.Equal(["NetworkInterfaces 2 AccessDenied"], UnreadOf(reading));
    }

    [Fact]
    public async Task A_peer_that_cannot_be_read_leaves_everything_around_it_unread_and_one_that_is_gone_does_not()
    {
        _estate.Azure.Fail("GetVirtualNetwork", "/far", Denied);
        Assert.Equal([$"{SurroundingKinds.Routing} 2 AccessDenied"], UnreadOf(await _estate.ReadAsync(SurroundingKinds.Routing, _estate.Hub.Id)));
        Surrounded other = new();
        other.Azure.Fail("GetVirtualNetwork", "/far", new PeeringException(
            PeeringError.Of(nameof(Errors.VirtualNetworkNotFound), null, "far") with { AzureCode = "ResourceNotFound", HttpStatus = 404 }));
        Assert.Empty(UnreadOf(await other.ReadAsync(SurroundingKinds.Routing, other.Hub.Id)));
    }

    [Theory]
    [InlineData("ListRouteTables", nameof(Errors.TokenExpired))]
    [InlineData("GetGateway", nameof(Errors.AzContextChanged))]
    [InlineData("ListPermissions", nameof(Errors.TokenExpired))]
    public async Task A_token_that_runs_out_ends_the_run(string call, string id)
    {
        _estate.Azure.Fail(call, "", PeeringException.Of(id, null, "x", "y", "z"));

        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => _estate.ReadAsync(PairScope.Everything, SurroundingKinds.All));

        Assert.Equal(id, thrown.Error.Id);
    }

    [Fact]
    public async Task A_cancelled_run_sends_nothing_more()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _estate.Azure.Before = async (call, _) =>
        {
            if (call.Name == "ListRouteTables") await stop.CancelAsync();
        };
        EstateReader reader = new(new Access.NetworkAccess([new Fakes.FakeConnection(_estate.Azure)], _estate.Reporter));

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(PairScope.Everything, SurroundingKinds.All, stop.Token));

        int sent = _estate.Azure.Calls.Count;
        await Task.Yield();
        Assert.Equal(sent, _estate.Azure.Calls.Count);
    }
}
