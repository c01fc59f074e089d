using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Tests;

/// <summary>What Azure was recorded to say of traffic, predicted. Only networks without peerings were recorded.</summary>
public class PredictedRecordingTests
{
    private const string Nic = Bodies.Network + "/networkInterfaces/nic";

    [Fact]
    public async Task Every_recorded_effective_route_is_predicted_and_no_other()
    {
        string body = Recordings.Calls("xplat-nic-and-watcher.json").First(c => c.Path.EndsWith("/effectiveRouteTable", StringComparison.Ordinal) && c.Status == 200).Body;
        IReadOnlyList<EffectiveRoute> recorded = await ScriptedArm.Of(() => ScriptedArm.Json(body)).Open().Surroundings
            .GetEffectiveRoutesAsync(Nic, TestContext.Current.CancellationToken);
        string space = recorded.First(route => route.NextHopType == "VnetLocal").AddressPrefixes[0];
        (RoutingModel model, SubnetPlace place) = Lone(space);

        PeeringRoute[] rows = [.. RouteRows.Compare([.. RouteRows.Live(recorded, Nic)], [.. RouteRows.Predicted(model.RoutesOf(place), Nic)])];

        Assert.Equal(5, rows.Length);
        Assert.All(rows, row => Assert.Equal("Same", row.Difference));
    }

    /// <summary>The question was not recorded; its answer fits every private address that nobody has.</summary>
    [Fact]
    public void The_recorded_next_hop_of_an_address_that_nobody_has_is_predicted()
    {
        string body = Recordings.Calls("xplat-nic-and-watcher.json").First(c => c.Path.EndsWith("/nextHop", StringComparison.Ordinal)).Body;
        (RoutingModel model, SubnetPlace place) = Lone("10.0.0.0/16");

        Assert.Contains($"\"{model.Choose(place, AddressPrefix.Parse("10.1.2.3")).Route!.NextHopType}\"", body, StringComparison.Ordinal);
    }

    /// <summary>A network with one subnet and nothing around it.</summary>
    private static (RoutingModel Model, SubnetPlace Place) Lone(string space)
    {
        ResourceId id = ResourceId.ForVirtualNetwork("11111111-1111-1111-1111-111111111111", "rg", "vnet");
        Subnet subnet = new() { Id = id.Text + "/subnets/subnet", Name = "subnet", AddressPrefixes = ["10.0.0.0/24"] };
        VirtualNetwork network = new() { Id = id, Location = "westeurope", AddressPrefixes = [space], Subnets = [subnet] };
        RoutingModel model = new(new Estate { Networks = new Dictionary<ResourceId, VirtualNetwork> { [id] = network } });
        return (model, model.PlaceOf(subnet.Id)!);
    }
}
