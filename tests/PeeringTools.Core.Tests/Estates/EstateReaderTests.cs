using PeeringTools.Pairs;
using PeeringTools.Surroundings;
using static PeeringTools.Estates.Surrounded;

namespace PeeringTools.Estates;

/// <summary>An estate holds what was asked for, each thing read once.</summary>
public class EstateReaderTests
{
    private const SurroundingKinds Everything = SurroundingKinds.All | SurroundingKinds.ConnectedGroups;

    private readonly Surrounded _estate = new();

    [Fact]
    public async Task One_run_gives_the_pairs_the_coverage_and_all_that_surrounds_them()
    {
        EstateReading reading = await _estate.ReadAsync(PairScope.Everything, Everything);

        Assert.Equal(["hub-far", "hub-spoke"], ScanEstate.NamesOf(reading.Pairs).Select(name => name == "far-hub" ? "hub-far" : name).Order(StringComparer.Ordinal));
        Assert.True(reading.Coverage.IsComplete);
        Estate estate = reading.Estate;
        Assert.Equal([_estate.Far.Id, _estate.Hub.Id, _estate.Spoke.Id], estate.Networks.Keys.OrderBy(id => id.Name, StringComparer.Ordinal));
        Assert.Empty(estate.Unread);
        Assert.Equal(Everything, estate.Kinds);
        Assert.Equal(2, estate.NetworkSecurityGroups.Count);
        Assert.Equal(2, estate.RouteTables.Count);
        Assert.Equal(["nic", "nic", "vmss", "vmss"], estate.NetworkInterfaces.Select(nic => nic.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["lb", "lb"], estate.LoadBalancers.Select(balancer => balancer.Name));
        Assert.Equal("fw", Assert.Single(estate.Firewalls).Name);
        Assert.Equal("gw", Assert.Single(estate.Gateways).Name);
        Assert.Equal("zone", Assert.Single(estate.PrivateDnsZones).Name);
        Assert.Equal([_estate.Spoke.Id, _estate.Far.Id], Assert.Single(estate.ConnectedGroups).Members);
    }

    [Theory]
    [InlineData(First, Second)]
    [InlineData(Second, First)]
    public async Task Whichever_subscription_answers_first_the_estate_has_one_order(string first, string last)
    {
        _ = _estate.Azure.Add("farther", "10.3.0.0/16", subscription: Second);
        _estate.Azure.PageSize = 1;
        TaskCompletionSource firstPageIsOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _estate.Azure.Before = async (call, stop) =>
        {
            if (call.Name == "ListVirtualNetworks.Next" && call.Id == first) _ = firstPageIsOut.TrySetResult();
            if (call.Name == "ListVirtualNetworks" && call.Id == last) await firstPageIsOut.Task.WaitAsync(stop);
        };

        Estate estate = (await _estate.ReadAsync(PairScope.Everything, Everything)).Estate;

        Assert.Equal(["hub", "spoke", "far", "farther"], estate.Networks.Keys.Select(id => id.Name));
        Assert.Equal([_estate.Spoke.Id, _estate.Far.Id], Assert.Single(estate.ConnectedGroups).Members);
    }

    [Fact]
    public async Task Nothing_is_asked_for_twice_networks_least_of_all()
    {
        _ = await _estate.ReadAsync(PairScope.Everything, Everything);

        Assert.All(_estate.Azure.Calls.GroupBy(call => call), same => Assert.Single(same));
        Assert.Equal(3, _estate.Azure.Count("ListVirtualNetworks"));
        Assert.Equal(0, _estate.Azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task A_peer_outside_the_scope_is_in_the_estate_with_what_surrounds_it()
    {
        EstateReading reading = await _estate.ReadAsync(SurroundingKinds.RouteTables, _estate.Hub.Id);

        Assert.Equal(2, reading.Pairs.Count);
        Assert.Equal(3, reading.Estate.Networks.Count);
        Assert.Equal([Id(First, "routeTables", "rt"), Id(Second, "routeTables", "rt")], reading.Estate.RouteTables.Keys.Order(StringComparer.Ordinal));
        Assert.True(reading.Estate.RouteTables.ContainsKey(_estate.Far.Subnets[0].RouteTableId!));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_read_and_only_where_a_network_gives_a_reason()
    {
        EstateReading reading = await _estate.ReadAsync(SurroundingKinds.RouteTables | SurroundingKinds.Firewalls | SurroundingKinds.Gateways, _estate.Far.Id);

        // The far network has no subnet for a firewall; the hub, its peer, has one and no route table.
        string[] asked = ["GetVirtualNetwork", "GetVirtualNetwork", "ListRouteTables", "ListFirewalls", "GetGateway"];
        Assert.Equal(asked.Order(StringComparer.Ordinal), _estate.Azure.Calls.Select(call => call.Name).Where(name => name != "ListSubscriptions").Order(StringComparer.Ordinal));
        Assert.Equal(Second, Assert.Single(_estate.Azure.Calls, call => call.Name == "ListRouteTables").Id);
        Assert.Equal(First, Assert.Single(_estate.Azure.Calls, call => call.Name == "ListFirewalls").Id);
        Assert.Empty(reading.Estate.Unread);
    }

    [Fact]
    public async Task What_stands_in_networks_that_nobody_asked_about_is_not_kept()
    {
        string stranger = _estate.Azure.Add("stranger", "10.7.0.0/16").AddSubnet("app", "10.7.0.0/24").Id;
        _estate.Around.NetworkInterfaces.Add(new NetworkInterface { Id = Id(First, "networkInterfaces", "other"), Name = "other", Addresses = [At(stranger, "10.7.0.4")] });

        EstateReading reading = await _estate.ReadAsync(SurroundingKinds.NetworkInterfaces, _estate.Spoke.Id);

        Assert.Equal("nic", Assert.Single(reading.Estate.NetworkInterfaces).Name);
    }

    [Fact]
    public async Task Without_kinds_an_estate_has_its_networks_and_nothing_more_was_asked()
    {
        EstateReading reading = await _estate.ReadAsync(SurroundingKinds.None, _estate.Hub.Id);

        Assert.Equal(3, reading.Estate.Networks.Count);
        Assert.All(_estate.Azure.Calls, call => Assert.True(call.Name is "GetVirtualNetwork" or "ListSubscriptions", call.Name));
    }

    [Fact]
    public async Task A_scope_of_the_copy_is_no_scope_of_an_estate() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _estate.ReadAsync(new PairScope { Source = PairBuilder.ResourceGraph }, SurroundingKinds.None));
}
