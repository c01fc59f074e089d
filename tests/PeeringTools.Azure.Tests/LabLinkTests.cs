using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

public class LabLinkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_peering_goes_through_its_whole_life_in_the_lab()
    {
        using ILabSession lab = StartHubSpoke();
        IArmNetwork arm = lab.Connection.Open(new RecordingReporter());
        List<VirtualNetwork> networks = await AllNetworksAsync(arm);
        PeeringSide first = networks.SelectMany(n => n.Peerings).First();
        ResourceId peering = ResourceId.Parse(first.Id!);
        PeeringSnapshot basis = await arm.GetPeeringAsync(peering, Cancel);
        Assert.Equal("Connected", basis.Side.PeeringState);

        PeeringSnapshot changed = await arm.PutPeeringAsync(new PeeringWrite
        {
            PeeringId = peering,
            RemoteVirtualNetworkId = ResourceId.Parse(first.RemoteVirtualNetworkId),
            Basis = basis,
            Settings = new PeeringSettings { AllowForwardedTraffic = !basis.Side.AllowForwardedTraffic },
        }, Cancel);

        Assert.Equal(!basis.Side.AllowForwardedTraffic, changed.Side.AllowForwardedTraffic);
        Assert.Equal("Succeeded", changed.Side.ProvisioningState);
        Assert.True(await arm.DeletePeeringAsync(peering, Cancel));
        Assert.False(await arm.DeletePeeringAsync(peering, Cancel));
        PeeringException gone = await Assert.ThrowsAsync<PeeringException>(() => arm.GetPeeringAsync(peering, Cancel));
        Assert.Equal(nameof(Errors.PeeringNotFound), gone.Error.Id);
        Assert.Equal("NotFound", gone.Error.AzureCode);
    }

    [Fact]
    public void A_stopped_lab_is_no_connection_any_more()
    {
        ILabSession lab = StartHubSpoke();
        lab.Dispose();
        PeeringException error = Assert.Throws<PeeringException>(() => lab.Connection.Open(new RecordingReporter()));
        Assert.Equal(nameof(Errors.NotConnected), error.Error.Id);
    }

    private static ILabSession StartHubSpoke() => ((IArmGateway)new ArmGateway()).StartLab(new LabRequest { Estate = "HubSpoke" });

    private static async Task<List<VirtualNetwork>> AllNetworksAsync(IArmNetwork arm)
    {
        List<VirtualNetwork> networks = [];
        await foreach (AzureSubscription subscription in arm.ListSubscriptionsAsync(Cancel))
        {
            await foreach (IReadOnlyList<VirtualNetwork> page in arm.ListVirtualNetworksAsync(subscription.SubscriptionId, null, Cancel)) networks.AddRange(page);
        }

        return networks;
    }
}
