using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <summary>A fake that behaves otherwise than Azure proves nothing: these are the few rules plans rest on.</summary>
public class FakeArmNetworkTests
{
    private readonly FakeArmNetwork _azure = new();
    private readonly FakeNetwork _a;
    private readonly FakeNetwork _b;

    public FakeArmNetworkTests()
    {
        _a = _azure.Add("a", "10.0.0.0/16");
        _b = _azure.Add("b", "10.1.0.0/16");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_first_side_is_initiated_and_the_second_connects_both()
    {
        _ = _azure.PeerHalf(_a, _b);
        Assert.Equal("Initiated RemoteNotInSync", StateOf(_a));
        _ = _azure.PeerHalf(_b, _a);
        Assert.Equal(("Connected FullyInSync", "Connected FullyInSync"), (StateOf(_a), StateOf(_b)));
        Assert.Equal(_a.Sides[0].ResourceGuid, _b.Sides[0].ResourceGuid);
    }

    [Fact]
    public async Task A_survivor_is_disconnected_and_must_be_put_again_before_its_counterpart_can()
    {
        _azure.Peer(_a, _b);
        Assert.True(await _azure.DeletePeeringAsync(_b.Id.Peering("peer-a"), Token));
        Assert.StartsWith("Disconnected", StateOf(_a), StringComparison.Ordinal);
        PeeringException refused = await Assert.ThrowsAsync<PeeringException>(() => this.PutAsync(_b, _a));
        Assert.Equal("RemotePeeringIsDisconnected", refused.Error.AzureCode);
        _ = await this.PutAsync(_a, _b);
        Assert.Equal("Initiated RemoteNotInSync", StateOf(_a));
        _ = await this.PutAsync(_b, _a);
        Assert.Equal(("Connected FullyInSync", "Connected FullyInSync"), (StateOf(_a), StateOf(_b)));
    }

    [Fact]
    public async Task After_a_resize_only_the_side_that_is_behind_can_sync()
    {
        _azure.Peer(_a, _b);
        _azure.Resize(_a, "10.0.0.0/16", "10.9.0.0/16");
        Assert.Equal(("Connected RemoteNotInSync", "Connected LocalNotInSync"), (StateOf(_a), StateOf(_b)));
        Assert.Equal((1, 2), (_b.Sides[0].RemoteAddressSpace.Length, _b.Sides[0].RemoteVirtualNetworkAddressSpace.Length));
        _ = await this.PutAsync(_a, _b, sync: true);
        Assert.Equal("Connected RemoteNotInSync", StateOf(_a));
        _ = await this.PutAsync(_b, _a, sync: true);
        Assert.Equal(("Connected FullyInSync", "Connected FullyInSync"), (StateOf(_a), StateOf(_b)));
        Assert.Equal(2, _b.Sides[0].RemoteAddressSpace.Length);
    }

    [Fact]
    public async Task A_put_without_a_basis_resets_what_it_does_not_name()
    {
        _azure.Peer(_a, _b);
        _a.Sides[0].AllowForwardedTraffic = true;
        PeeringSnapshot read = await _azure.GetPeeringAsync(_a.Id.Peering("peer-b"), Token);
        _ = await this.PutAsync(_a, _b, basis: read);
        Assert.True(_a.Sides[0].AllowForwardedTraffic);
        _ = await this.PutAsync(_a, _b);
        Assert.False(_a.Sides[0].AllowForwardedTraffic);
    }

    [Fact]
    public async Task A_remote_gateway_needs_a_gateway_and_a_counterpart_that_shares_it()
    {
        _azure.Peer(_a, _b);
        PeeringSettings use = new() { UseRemoteGateways = true };
        Assert.Equal("RemoteVnetHasNoGateways", (await Assert.ThrowsAsync<PeeringException>(() => this.PutAsync(_a, _b, settings: use))).Error.AzureCode);
        _b.GatewayIds.Add("/gw");
        _ = await Assert.ThrowsAsync<PeeringException>(() => this.PutAsync(_a, _b, settings: use));
        _b.Sides[0].AllowGatewayTransit = true;
        PeeringSnapshot side = await this.PutAsync(_a, _b, settings: use);
        Assert.Equal(["/gw"], side.Side.RemoteGateways);
    }

    [Fact]
    public async Task A_lock_stops_what_it_says_and_nothing_is_written()
    {
        _azure.Peer(_a, _b);
        _azure.Locks.Add(new ManagementLock("keep", "CanNotDelete", _a.Id.Subscription.Text));
        Assert.Equal("ScopeLocked", (await Assert.ThrowsAsync<PeeringException>(() => _azure.DeletePeeringAsync(_a.Id.Peering("peer-b"), Token))).Error.AzureCode);
        _ = await this.PutAsync(_a, _b);
        Assert.Equal(("Connected FullyInSync", 2), (StateOf(_b), _azure.Writes));
    }

    private static string StateOf(FakeNetwork network) => $"{network.Sides[0].PeeringState} {network.Sides[0].PeeringSyncLevel}";

    private Task<PeeringSnapshot> PutAsync(
        FakeNetwork parent, FakeNetwork remote, bool sync = false, PeeringSnapshot? basis = null, PeeringSettings? settings = null) =>
        _azure.PutPeeringAsync(
            new PeeringWrite
            {
                PeeringId = parent.Id.Peering("peer-" + remote.Id.Name),
                RemoteVirtualNetworkId = remote.Id,
                Basis = basis,
                Settings = settings ?? new PeeringSettings(),
                SyncRemoteAddressSpace = sync,
            },
            Token);
}
