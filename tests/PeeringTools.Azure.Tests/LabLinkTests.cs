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
    public void The_connection_says_that_it_is_the_lab()
    {
        using ILabSession lab = StartHubSpoke();
        Assert.True(lab.Connection.IsLab);
        Assert.Equal("LAB", lab.Connection.Environment);
        Assert.NotEqual("", lab.Connection.Account);
        Assert.NotEqual("", lab.Connection.TenantId);
    }

    [Fact]
    public async Task A_token_that_the_labs_clock_has_overtaken_is_renewed()
    {
        using ILabSession lab = StartHubSpoke();
        await AllNetworksAsync(lab.Connection.Open(new RecordingReporter()));
        DateTimeOffset before = lab.Now;
        lab.AdvanceClock(TimeSpan.FromDays(30));
        Assert.True(lab.Now - before >= TimeSpan.FromDays(30));
        Assert.NotEmpty(await AllNetworksAsync(lab.Connection.Open(new RecordingReporter())));
        Assert.DoesNotContain(lab.Ledger, entry => entry.Status == 401);
    }

    [Fact]
    public async Task A_rehearsed_fault_and_a_raw_request_reach_the_lab()
    {
        using ILabSession lab = StartHubSpoke();
        IArmNetwork arm = lab.Connection.Open(new RecordingReporter());
        ResourceId network = (await AllNetworksAsync(arm))[0].Id;
        lab.AddFault(new LabFaultRequest("GET", "*/virtualNetworks/*", 1, 403, "AuthorizationFailed", null));
        PeeringException denied = await Assert.ThrowsAsync<PeeringException>(() => arm.GetVirtualNetworkAsync(network, Cancel));
        Assert.Equal(nameof(Errors.AccessDenied), denied.Error.Id);
        Assert.Equal(network.Text, (await arm.GetVirtualNetworkAsync(network, Cancel)).Id.Text);
        PeeringLabResponse raw = await lab.SendAsync("GET", network.Text + "?api-version=2024-05-01", null, Cancel);
        Assert.Equal(200, raw.Status);
        Assert.Contains(network.Text, raw.Body);
        Assert.Contains(lab.Ledger, entry => entry.Status == 403);
    }

    [Fact]
    public async Task Tags_permissions_and_locks_work_in_the_lab()
    {
        using ILabSession lab = StartHubSpoke();
        IArmNetwork arm = lab.Connection.Open(new RecordingReporter());
        ResourceId network = (await AllNetworksAsync(arm))[0].Id;
        Dictionary<string, string> tag = new() { ["PeeringTools:x"] = "pair=1" };
        await arm.MergeTagsAsync(network, tag, Cancel);
        Assert.Equal("pair=1", (await arm.GetVirtualNetworkAsync(network, Cancel)).Tags["peeringtools:X"]);
        await arm.DeleteTagsAsync(network, tag, Cancel);
        Assert.DoesNotContain("PeeringTools:x", (await arm.GetVirtualNetworkAsync(network, Cancel)).Tags.Keys);
        Assert.NotEmpty(await arm.ListPermissionsAsync(network, Cancel));
        Assert.Empty(await arm.ListLocksAsync(network, Cancel));
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("hubspoke")]
    [InlineData("Migration")]
    [InlineData("Broken")]
    [InlineData("Large")]
    public async Task Every_estate_starts_and_can_be_read(string estate)
    {
        using ILabSession lab = ((IArmGateway)new ArmGateway()).StartLab(new LabRequest { Estate = estate, Networks = 50 });
        List<VirtualNetwork> networks = await AllNetworksAsync(lab.Connection.Open(new RecordingReporter()));
        Assert.Equal(estate == "Empty", networks.Count == 0);
    }

    [Theory]
    [InlineData("Nowhere", null, nameof(Errors.InvalidEstate))]
    [InlineData(null, "no-such-file.json", nameof(Errors.FileNotAccessible))]
    public void An_estate_that_cannot_be_had_is_refused(string? estate, string? path, string id)
    {
        LabRequest request = new() { Estate = estate, Path = path };
        PeeringException error = Assert.Throws<PeeringException>(() => ((IArmGateway)new ArmGateway()).StartLab(request));
        Assert.Equal(id, error.Error.Id);
        Assert.Contains(estate ?? path!, error.Message);
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
            await foreach (IReadOnlyList<VirtualNetwork> page in arm.ListVirtualNetworksAsync(subscription.SubscriptionId, null, withSubnets: true, Cancel)) networks.AddRange(page);
        }

        return networks;
    }
}
