using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Reads the pairs of a scope live. One instance is one run: it keeps what it has read of networks outside the scope.</summary>
internal sealed class PairScan
{
    private readonly NetworkAccess _access;
    private readonly RemoteProbe _probe;
    private readonly PairBuilder _builder;
    private int _networks;
    private int _pairs;

    public PairScan(NetworkAccess access)
    {
        _access = access;
        _probe = new RemoteProbe(access);
        _builder = new PairBuilder(access.Clock, PairBuilder.ResourceManager, access.IsLab);
    }

    /// <summary>What was read of each subscription; whole when the scan has ended.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>
    /// Streams each pair that has at least one end in the scope, once, as soon as both ends are known. Ends outside the
    /// scope are read when the scope is through.
    /// </summary>
    public async IAsyncEnumerable<PeeringPair> ReadAsync(PairScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PairAssembler assembler = new();
        AskedNetworks asked = new(scope.VirtualNetworkIds);
        ScopeReader reader = new(_access, _probe, Coverage);
        await foreach (IReadOnlyList<VirtualNetwork> page in reader.ReadAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            foreach (VirtualNetwork network in page)
            {
                foreach ((PairEnd one, PairEnd other) in assembler.Accept(network))
                {
                    yield return await this.BuildAsync(asked, one, other, cancellationToken).ConfigureAwait(false);
                }
            }

            _networks = assembler.NetworksSeen;
            this.Say(PairTexts.ReadingNetworks);
        }

        await foreach ((PairEnd one, PairEnd other) in this.CloseAsync(assembler.TakeRemaining(), cancellationToken).ConfigureAwait(false))
        {
            yield return await this.BuildAsync(asked, one, other, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads one couple live, with the first network as Local; null where neither has a side to the other.
    /// </summary>
    /// <exception cref="PeeringException">Neither network can be read: what Azure said of the local one.</exception>
    public async Task<PeeringPair?> ReadOneAsync(ResourceId local, ResourceId remote, CancellationToken cancellationToken)
    {
        RemoteProbe fresh = new(_access);
        RemoteReading[] readings = await Task.WhenAll(
            fresh.ReadAsync(local, cancellationToken), fresh.ReadAsync(remote, cancellationToken)).ConfigureAwait(false);
        if (readings[0].Network is null && readings[1].Network is null) throw new PeeringException(readings[0].Problem!);
        PairEnd one = readings[0].ToEnd(remote.VirtualNetwork);
        PairEnd other = readings[1].ToEnd(local.VirtualNetwork);
        if (one.Side is null && other.Side is null) return null;
        return await this.BuildAsync(new AskedNetworks([local]), one, other, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the other end of sides whose network lies outside the scope.</summary>
    private async IAsyncEnumerable<(PairEnd One, PairEnd Other)> CloseAsync(
        IReadOnlyList<OpenSide> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<ResourceId, List<PairEnd>> ends = [];
        foreach (OpenSide side in open)
        {
            if (side.RemoteId is null)
            {
                this.Warn(PairTexts.RemoteIsNonsense, side.End.Side!.Id, side.End.Side.RemoteVirtualNetworkId, side.Problem);
                yield return (side.End, PairEnd.Unread(side.End.Side.RemoteVirtualNetworkId, RemoteVisibility.Unknown));
                continue;
            }

            if (!ends.TryGetValue(side.RemoteId, out List<PairEnd>? known)) ends.Add(side.RemoteId, known = []);
            known.Add(side.End);
        }

        await foreach (RemoteReading reading in _probe.ReadAllAsync(ends.Keys, cancellationToken).ConfigureAwait(false))
        {
            this.Explain(reading, ends[reading.Id]);
            this.Say(PairTexts.ReadingRemotes);
            foreach (PairEnd end in ends[reading.Id]) yield return (end, reading.ToEnd(end.Network!.Id));
        }
    }

    private async ValueTask<PeeringPair> BuildAsync(AskedNetworks asked, PairEnd one, PairEnd other, CancellationToken cancellationToken)
    {
        one = one with { TenantId = await this.TenantOfAsync(one, cancellationToken).ConfigureAwait(false) };
        other = other with { TenantId = await this.TenantOfAsync(other, cancellationToken).ConfigureAwait(false) };
        _pairs++;
        return asked.LocalOf(one, other) switch
        {
            PeeringDirection.Local => _builder.BuildOriented(one, other),
            PeeringDirection.Remote => _builder.BuildOriented(other, one),
            _ => _builder.Build(one, other),
        };
    }

    private async ValueTask<string?> TenantOfAsync(PairEnd end, CancellationToken cancellationToken) =>
        (end.Network?.Id ?? IdOf(end)) is ResourceId id
            ? await _access.TenantOfAsync(id.SubscriptionId, cancellationToken).ConfigureAwait(false)
            : null;

    private static ResourceId? IdOf(PairEnd end) => ResourceId.TryParse(end.VirtualNetworkId, out ResourceId? id, out _) ? id : null;

    private void Explain(RemoteReading reading, List<PairEnd> ends)
    {
        string problem = reading.Problem?.Message ?? "";
        if (reading.Visibility == RemoteVisibility.Unknown) this.Warn(PairTexts.RemoteNotRead, reading.Id, ends.Count, problem);
        if (reading.Visibility == RemoteVisibility.NotVisible)
            _access.Reporter.Verbose(Wording.Fill(PairTexts.RemoteHidden, reading.Id, problem));
    }

    private void Warn(string text, params object?[] arguments) =>
        _access.Reporter.Warning(Wording.Fill(text, arguments));

    private void Say(string activity) => _access.Reporter.Progress(new WorkProgress(
        activity, Wording.Fill(PairTexts.NetworksRead, _networks, _pairs), _pairs, null, null));
}
