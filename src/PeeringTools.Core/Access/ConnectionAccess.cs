using PeeringTools.Ports;

namespace PeeringTools.Access;

/// <summary>One connection, opened for one call, with the list of subscriptions it sees read at most once.</summary>
internal sealed class ConnectionAccess(PeeringConnection connection, IReporter reporter)
{
    private readonly object _gate = new();
    private Task<Dictionary<string, AzureSubscription>>? _reading;

    public PeeringConnection Connection { get; } = connection;

    public IArmNetwork Network { get; } = connection.Open(reporter);

    public async ValueTask<AzureSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        Dictionary<string, AzureSubscription> all = await this.ReadOnceAsync(cancellationToken).ConfigureAwait(false);
        return all.TryGetValue(subscriptionId, out AzureSubscription? found) ? found : null;
    }

    public async ValueTask<IReadOnlyCollection<AzureSubscription>> ListAsync(CancellationToken cancellationToken) =>
        (await this.ReadOnceAsync(cancellationToken).ConfigureAwait(false)).Values;

    /// <summary>Callers that come together share one read; one that failed or was cancelled is not kept.</summary>
    private Task<Dictionary<string, AzureSubscription>> ReadOnceAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_reading is null or { IsFaulted: true } or { IsCanceled: true }) _reading = this.ReadAsync(cancellationToken);
            return _reading;
        }
    }

    private async Task<Dictionary<string, AzureSubscription>> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, AzureSubscription> read = new(StringComparer.OrdinalIgnoreCase);
        await foreach (AzureSubscription subscription in Network.ListSubscriptionsAsync(cancellationToken).ConfigureAwait(false))
        {
            read[subscription.SubscriptionId] = subscription;
        }

        return read;
    }
}
