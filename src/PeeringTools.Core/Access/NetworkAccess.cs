using PeeringTools.Ports;

namespace PeeringTools.Access;

/// <summary>
/// The connections of one call of a cmdlet, and which of them a request goes through: the one that sees the
/// subscription it is about.
/// </summary>
internal sealed class NetworkAccess
{
    private readonly ConnectionAccess[] _accesses;

    /// <exception cref="PeeringException">There is no connection, or labs and real ones are mixed.</exception>
    public NetworkAccess(IReadOnlyList<PeeringConnection> connections, IReporter reporter)
    {
        if (connections.Count == 0) throw PeeringException.Of(nameof(Errors.NotConnected), null);
        if (connections.Any(c => c.IsLab != connections[0].IsLab)) throw PeeringException.Of(nameof(Errors.MixedConnections), null);
        _accesses = [.. connections.Select(connection => new ConnectionAccess(connection, reporter))];
        Connections = connections;
        Reporter = reporter;
    }

    public IReadOnlyList<PeeringConnection> Connections { get; }

    public IReporter Reporter { get; }

    /// <summary>The first connection's: a lab has its own, and labs are never mixed with Azure.</summary>
    public TimeProvider Clock => Connections[0].Clock;

    /// <summary>Each connection's own way, for what belongs to no single subscription.</summary>
    public IReadOnlyList<IArmNetwork> Networks => [.. _accesses.Select(access => access.Network)];

    public bool IsLab => Connections[0].IsLab;

    /// <summary>What every connection of the call can lend to a write that crosses tenants.</summary>
    public IReadOnlyList<IAuxiliaryTokens> AuxiliaryTokens => [.. Connections.Select(connection => connection.AuxiliaryTokens)];

    /// <summary>
    /// The way to a subscription. With several connections it is the first that lists it; where none does, the
    /// first of all, so that Azure's own answer says what is wrong.
    /// </summary>
    public async ValueTask<IArmNetwork> ForAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        if (_accesses.Length == 1) return _accesses[0].Network;
        foreach (ConnectionAccess access in _accesses)
        {
            if (await access.FindAsync(subscriptionId, cancellationToken).ConfigureAwait(false) is not null) return access.Network;
        }

        return _accesses[0].Network;
    }

    /// <summary>The tenant of a subscription; null where no connection sees it.</summary>
    public async ValueTask<string?> TenantOfAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        foreach (ConnectionAccess access in _accesses)
        {
            AzureSubscription? subscription = await access.FindAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
            if (subscription?.TenantId is string tenant) return tenant;
        }

        return null;
    }

    /// <summary>Every subscription the connections see, each once.</summary>
    public async Task<IReadOnlyList<AzureSubscription>> SubscriptionsAsync(CancellationToken cancellationToken)
    {
        List<AzureSubscription> all = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (ConnectionAccess access in _accesses)
        {
            foreach (AzureSubscription subscription in await access.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(subscription.SubscriptionId)) all.Add(subscription);
            }
        }

        return all;
    }

    /// <summary>What a call without a scope reads: each connection's default subscriptions, or all it sees where it has none.</summary>
    public async Task<IReadOnlyList<string>> DefaultSubscriptionIdsAsync(CancellationToken cancellationToken)
    {
        List<string> ids = [];
        foreach (ConnectionAccess access in _accesses)
        {
            ids.AddRange(access.Connection.SubscriptionIds.Count > 0
                ? access.Connection.SubscriptionIds
                : (await access.ListAsync(cancellationToken).ConfigureAwait(false)).Select(s => s.SubscriptionId));
        }

        return [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
