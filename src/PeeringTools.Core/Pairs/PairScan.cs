using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Reads the pairs of a scope, live or from Resource Graph. One instance is one run: it keeps what it has read of networks
/// outside the scope.
/// </summary>
internal sealed class PairScan
{
    private readonly NetworkAccess _access;
    private readonly RemoteProbe _probe;
    private readonly PairBuilder _live;
    private readonly PairBuilder _graph;
    private int _networks;
    private int _pairs;

    public PairScan(NetworkAccess access)
    {
        _access = access;
        _probe = new RemoteProbe(access);
        _live = new PairBuilder(access.Clock, PairBuilder.ResourceManager, access.IsLab);
        _graph = new PairBuilder(access.Clock, PairBuilder.ResourceGraph, access.IsLab);
    }

    /// <summary>Told of every network of a live scan, in the scope and beyond it, as soon as it has been read or could not be.</summary>
    public Action<RemoteReading>? Observer { get; init; }

    /// <summary>What was read of each subscription; whole when the scan has ended.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>
    /// Streams each pair that has at least one end in the scope, once, as soon as both ends are known. Ends outside the
    /// scope are read when the scope is through.
    /// </summary>
    public IAsyncEnumerable<PeeringPair> ReadAsync(PairScope scope, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<PeeringPair> pairs = this.ReadScopeAsync(scope, cancellationToken);
        return scope is { IsGraph: true, RereadsDoubtful: true }
            ? new GraphDoubts(this, _access.Reporter).ResolveAsync(pairs, cancellationToken)
            : pairs;
    }

    private async IAsyncEnumerable<PeeringPair> ReadScopeAsync(PairScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PairAssembler assembler = new();
        AskedNetworks asked = new(scope.VirtualNetworkIds);
        PairBuilder builder = scope.IsGraph ? _graph : _live;
        IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> pages = scope.IsGraph
            ? new GraphReader(_access, Coverage).ReadAsync(scope, cancellationToken)
            : new ScopeReader(_access, _probe, Coverage, withSubnets: Observer is not null).ReadAsync(scope, cancellationToken);
        await foreach (IReadOnlyList<VirtualNetwork> page in pages.ConfigureAwait(false))
        {
            foreach (VirtualNetwork network in page)
            {
                Observer?.Invoke(RemoteReading.Found(network.Id, network));
                foreach ((PairEnd one, PairEnd other) in assembler.Accept(network))
                {
                    yield return await this.BuildAsync(builder, asked, one, other, cancellationToken).ConfigureAwait(false);
                }
            }

            _networks = assembler.NetworksSeen;
            this.Say(PairTexts.ReadingNetworks);
        }

        await foreach ((PairEnd one, PairEnd other) in this.CloseAsync(scope, assembler.TakeRemaining(), cancellationToken).ConfigureAwait(false))
        {
            yield return await this.BuildAsync(builder, asked, one, other, cancellationToken).ConfigureAwait(false);
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
        return await this.BuildAsync(_live, new AskedNetworks([local]), one, other, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the other end of sides whose network lies outside the scope.</summary>
    private async IAsyncEnumerable<(PairEnd One, PairEnd Other)> CloseAsync(
        PairScope scope, IReadOnlyList<OpenSide> open, [EnumeratorCancellation] CancellationToken cancellationToken)
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

        IAsyncEnumerable<RemoteReading> readings = scope.IsGraph
            ? new GraphRemotes(_access, Coverage).ReadAllAsync(ends.Keys, cancellationToken)
            : _probe.ReadAllAsync(ends.Keys, cancellationToken);
        int absent = 0;
        await foreach (RemoteReading reading in readings.ConfigureAwait(false))
        {
            Observer?.Invoke(reading);
            if (scope.IsGraph) absent += this.ExplainAbsence(reading, ends[reading.Id]);
            else this.Explain(reading, ends[reading.Id]);
            this.Say(PairTexts.ReadingRemotes);
            foreach (PairEnd end in ends[reading.Id]) yield return (end, reading.ToEnd(end.Network!.Id));
        }

        if (absent > 0 && !scope.RereadsDoubtful) this.Warn(PairTexts.GraphRemotesAbsent, absent);
    }

    private async ValueTask<PeeringPair> BuildAsync(
        PairBuilder builder, AskedNetworks asked, PairEnd one, PairEnd other, CancellationToken cancellationToken)
    {
        one = one with { TenantId = await this.TenantOfAsync(one, cancellationToken).ConfigureAwait(false) };
        other = other with { TenantId = await this.TenantOfAsync(other, cancellationToken).ConfigureAwait(false) };
        _pairs++;
        return asked.LocalOf(one, other) switch
        {
            PeeringDirection.Local => builder.BuildOriented(one, other),
            PeeringDirection.Remote => builder.BuildOriented(other, one),
            _ => builder.Build(one, other),
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

    private int ExplainAbsence(RemoteReading reading, List<PairEnd> ends)
    {
        if (reading.Visibility != RemoteVisibility.Unknown) return 0;
        _access.Reporter.Verbose(Wording.Fill(PairTexts.GraphRemoteAbsent, reading.Id, ends.Count));
        return 1;
    }

    private void Warn(string text, params object?[] arguments) =>
        _access.Reporter.Warning(Wording.Fill(text, arguments));

    private void Say(string activity) => _access.Reporter.Progress(new WorkProgress(
        activity, Wording.Fill(PairTexts.NetworksRead, _networks, _pairs), _pairs, null, null));
}
