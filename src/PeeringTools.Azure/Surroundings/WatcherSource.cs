using System.Collections.Concurrent;
using PeeringTools.Azure.Wire;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Questions to the Network Watcher of a machine's region, which is looked for once per subscription.</summary>
internal sealed class WatcherSource(ArmSession session)
{
    private readonly SurroundingResource _arm = new(session);
    private readonly ConcurrentDictionary<string, List<PlacedResource>> _watchers = new(StringComparer.OrdinalIgnoreCase);

    private string Version => session.Access.NetworkApiVersion;

    /// <summary>The interface tells the region: it lies in its machine's, and takes no right on Microsoft.Compute.</summary>
    public async Task<NextHopReading> GetNextHopAsync(
        string machineId, string interfaceId, string source, string destination, CancellationToken cancellationToken)
    {
        PlacedResource place = await _arm.GetAsync(interfaceId, Version, WatcherReader.ReadPlaceAsync, cancellationToken).ConfigureAwait(false);
        string watcher = await this.FindAsync(machineId, place, cancellationToken).ConfigureAwait(false);
        return await _arm.AskAsync(
            watcher, "nextHop", QuestionBody.NextHop(machineId, interfaceId, source, destination), WatcherReader.ReadNextHopAsync, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConnectivityReading> CheckConnectivityAsync(string machineId, string destination, int port, CancellationToken cancellationToken)
    {
        PlacedResource place = await _arm.GetAsync(machineId, ApiVersions.Compute, WatcherReader.ReadPlaceAsync, cancellationToken).ConfigureAwait(false);
        string watcher = await this.FindAsync(machineId, place, cancellationToken).ConfigureAwait(false);
        return await _arm.AskAsync(
            watcher, "connectivityCheck", QuestionBody.Connectivity(machineId, destination, port), WatcherReader.ReadConnectivityAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FindAsync(string machineId, PlacedResource place, CancellationToken cancellationToken)
    {
        string subscription = _arm.Checked(machineId).SubscriptionId;
        if (!_watchers.TryGetValue(subscription, out List<PlacedResource>? watchers))
        {
            watchers = await _arm
                .ListAsync(subscription, "Microsoft.Network/networkWatchers", Version, WatcherReader.ReadPlaceAsync, cancellationToken).ConfigureAwait(false);
            _watchers[subscription] = watchers;
        }

        return watchers.Find(watcher => watcher.IsBeside(place))?.Id
            ?? throw PeeringException.Of(nameof(Errors.NetworkWatcherMissing), machineId, subscription, SafeText.ForMessage(place.Location, 50));
    }
}
