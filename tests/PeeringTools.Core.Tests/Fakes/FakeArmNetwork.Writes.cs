using PeeringTools.Ports;

namespace PeeringTools.Fakes;

internal sealed partial class FakeArmNetwork
{
    /// <summary>Peers two networks as two PUTs would, without counting as calls.</summary>
    public void Peer(FakeNetwork a, FakeNetwork b)
    {
        this.PeerHalf(a, b);
        this.PeerHalf(b, a);
    }

    /// <summary>Makes one side, as one PUT would, without counting as a call.</summary>
    public PeeringSide PeerHalf(FakeNetwork parent, FakeNetwork remote, string? name = null)
    {
        PeeringWrite write = new()
        {
            PeeringId = parent.Id.Peering(name ?? "peer-" + remote.Id.Name),
            RemoteVirtualNetworkId = remote.Id,
            Settings = new PeeringSettings(),
        };
        lock (_gate) return this.Put(write);
    }

    /// <summary>Deletes a network; whoever points to it is Disconnected.</summary>
    public void Remove(FakeNetwork network)
    {
        lock (_gate)
        {
            _ = _networks.Remove(network.Id);
            foreach (FakeNetwork other in _networks.Values) Disconnect(other.SideTo(network.Id));
        }
    }

    /// <summary>Changes an address space: the network's own sides wait for the remote, the others' for themselves.</summary>
    public void Resize(FakeNetwork network, params string[] prefixes)
    {
        lock (_gate)
        {
            network.Prefixes.Clear();
            network.Prefixes.AddRange(prefixes);
            network.Touch();
            foreach (PeeringSide side in network.Sides.Where(s => s.PeeringState == "Connected"))
            {
                PeeringSide other = _networks[ResourceId.Parse(side.RemoteVirtualNetworkId)].SideTo(network.Id)!;
                other.RemoteVirtualNetworkAddressSpace = prefixes;
                side.PeeringSyncLevel = Worsen(side.PeeringSyncLevel, "RemoteNotInSync");
                other.PeeringSyncLevel = Worsen(other.PeeringSyncLevel, "LocalNotInSync");
            }
        }
    }

    public Task<PeeringSnapshot> PutPeeringAsync(PeeringWrite write, CancellationToken cancellationToken) =>
        this.RunAsync<PeeringSnapshot>("PutPeering", write.PeeringId.Text, () =>
        {
            this.RefuseLocked(write.PeeringId, "ReadOnly");
            return new FakeSnapshot(this.Find(write.PeeringId).Read(this.Put(write)));
        }, cancellationToken);

    public Task<bool> DeletePeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        this.RunAsync("DeletePeering", peeringId.Text, () =>
        {
            this.RefuseLocked(peeringId, "ReadOnly", "CanNotDelete");
            FakeNetwork parent = this.Find(peeringId);
            if (parent.SideNamed(peeringId.PeeringName) is not PeeringSide side) return false;
            _ = parent.Sides.Remove(side);
            parent.Touch();
            if (_networks.TryGetValue(ResourceId.Parse(side.RemoteVirtualNetworkId), out FakeNetwork? remote))
            {
                remote.Touch();
                Disconnect(remote.SideTo(parent.Id));
            }

            return true;
        }, cancellationToken);

    public async Task MergeTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        _ = await this.RunAsync("MergeTags", scope.Text, () =>
        {
            this.RefuseLocked(scope, "ReadOnly");
            FakeNetwork network = this.Find(scope);
            if (network.Tags.Keys.Union(tags.Keys, StringComparer.OrdinalIgnoreCase).Count() > 50) throw Refused("TagLimitExceeded", scope);
            foreach (KeyValuePair<string, string> tag in tags) network.Tags[tag.Key] = tag.Value;
            return true;
        }, cancellationToken);

    public async Task DeleteTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        _ = await this.RunAsync("DeleteTags", scope.Text, () =>
        {
            this.RefuseLocked(scope, "ReadOnly");
            FakeNetwork network = this.Find(scope);
            foreach (KeyValuePair<string, string> tag in tags)
            {
                if (network.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value) _ = network.Tags.Remove(tag.Key);
            }

            return true;
        }, cancellationToken);

    private PeeringSide Put(PeeringWrite write)
    {
        FakeNetwork parent = this.Find(write.PeeringId);
        if (!_networks.TryGetValue(write.RemoteVirtualNetworkId, out FakeNetwork? remote))
            throw Refused("InvalidGlobalResourceReference", write.PeeringId);
        PeeringSide? existing = parent.SideNamed(write.PeeringId.PeeringName);
        PeeringSide? other = remote.SideTo(parent.Id);
        PeeringSide wanted = Merge(write, parent);
        Check(write, parent, remote, existing, other, wanted);

        if (existing is not null) _ = parent.Sides.Remove(existing);
        parent.Sides.Add(wanted);
        parent.Touch();
        remote.Touch();
        Settle(parent, remote, wanted, existing, other, write.SyncRemoteAddressSpace);
        return wanted;
    }

    private static void Disconnect(PeeringSide? side)
    {
        if (side is not null) side.PeeringState = "Disconnected";
    }

    private static string Worsen(string? level, string by) =>
        level is null or "FullyInSync" || level == by ? by : "LocalAndRemoteNotInSync";

    private static PeeringException Refused(string code, ResourceId target) =>
        Refusal(nameof(Errors.RequestRefused), code, 400, target, target, code);

    private static PeeringException Refusal(string id, string code, int status, ResourceId target, params object?[] arguments) =>
        new(PeeringError.Of(id, target.Text, arguments) with { AzureCode = code, HttpStatus = status });
}
