using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What a plan makes of an estate: peerings as Azure would have them afterwards, and nothing that the plan does not do.</summary>
public class PlannedEstateTests
{
    private static readonly string[] Old = ["10.1.0.0/16"];
    private static readonly string[] Grown = ["10.1.0.0/16", "10.5.0.0/16"];

    [Theory]
    [InlineData("UpdatePeering", false)]
    [InlineData("SyncPeering", true)]
    public void A_connected_half_takes_new_prefixes_only_from_a_sync(string action, bool takes)
    {
        Estate estate = Resized();
        PeeringSide half = estate.Networks[EstateSketch.IdOf("hub")].Peerings[0];
        PeeringChangeStep step = new() { Action = action, TargetId = half.Id!, After = half };

        Assert.Equal(takes ? Grown : Old, InForce(PlannedEstate.After(estate, Plan(step))));
        Assert.Equal(Old, half.RemoteAddressSpace);
    }

    [Fact]
    public void A_half_that_is_made_anew_takes_the_prefixes_that_are_there()
    {
        Estate estate = Resized();
        PeeringSide half = estate.Networks[EstateSketch.IdOf("hub")].Peerings[0];
        PeeringChangeStep gone = new() { Action = "DeletePeering", TargetId = half.Id! };
        PeeringChangeStep made = new() { Action = "CreatePeering", TargetId = half.Id!, After = new PeeringSide { Exists = true, Id = half.Id, RemoteVirtualNetworkId = half.RemoteVirtualNetworkId } };

        Assert.Equal(Grown, InForce(PlannedEstate.After(estate, Plan(gone, made))));
    }

    /// <summary>A pair whose spoke has grown since the last sync.</summary>
    private static Estate Resized() => new EstateSketch()
        .Network("hub", "10.0.0.0/16").Network("spoke", Old).Peer("hub", "spoke")
        .With("spoke", spoke => spoke with { AddressPrefixes = Grown }).Build();

    private static PeeringChangePlan Plan(params PeeringChangeStep[] steps) => new()
    {
        LocalVirtualNetworkId = EstateSketch.IdOf("hub").Text,
        RemoteVirtualNetworkId = EstateSketch.IdOf("spoke").Text,
        Steps = steps,
    };

    private static string[] InForce(Estate estate)
    {
        PeeringSide half = Assert.Single(estate.Networks[EstateSketch.IdOf("hub")].Peerings);
        Assert.Equal("Connected", half.PeeringState);
        return half.RemoteAddressSpace;
    }
}
