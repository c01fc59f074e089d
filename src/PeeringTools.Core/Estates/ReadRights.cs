using System.Collections.Concurrent;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Estates;

/// <summary>
/// Tells a subscription that has nothing of a kind from one that shows nothing: a list leaves out silently what the identity
/// may not read. The rights at a subscription are asked for once, and only when a list gives cause.
/// </summary>
internal sealed class ReadRights(NetworkAccess access)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PermissionEntry>>>> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a list of a whole subscription may not be whole; null where it is.</summary>
    /// <exception cref="PeeringException">The rights themselves could not be read.</exception>
    public async Task<PeeringError?> ProblemAsync(string subscriptionId, IEnumerable<string> actions, CancellationToken cancellationToken)
    {
        IReadOnlyList<PermissionEntry> entries = await _entries
            .GetOrAdd(subscriptionId, id => new(() => this.ReadAsync(id, cancellationToken))).Value.ConfigureAwait(false);
        string scope = ResourceId.ForSubscription(subscriptionId).Text;
        return actions.FirstOrDefault(action => !Permissions.Allow(entries, action)) is string missing
            ? PeeringError.Of(nameof(Errors.MissingPermission), scope, missing, scope)
            : null;
    }

    private async Task<IReadOnlyList<PermissionEntry>> ReadAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
        return await network.ListPermissionsAsync(ResourceId.ForSubscription(subscriptionId), cancellationToken).ConfigureAwait(false);
    }
}
