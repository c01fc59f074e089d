using System.Collections.Concurrent;
using PeeringTools.Access;
using PeeringTools.Pairs;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>Reads the networks of a run, each once: two hundred rows against one hub read the hub one time.</summary>
/// <remarks>What ages meanwhile is caught by the executor, which reads every peering again before it writes it.</remarks>
internal sealed class NetworkReader(NetworkAccess access)
{
    private readonly RemoteProbe _probe = new(access);
    private readonly ConcurrentDictionary<ResourceId, Lazy<Task<NetworkRights>>> _rights = new();

    /// <summary>Reads many networks ahead, the cheapest way there is for that number.</summary>
    public async Task ReadAheadAsync(IEnumerable<ResourceId> networks, CancellationToken cancellationToken)
    {
        await foreach (RemoteReading _ in _probe.ReadAllAsync(networks, cancellationToken))
        {
            // The probe keeps what it has read.
        }
    }

    public async Task<PairView> ReadAsync(ResourceId local, ResourceId remote, CancellationToken cancellationToken)
    {
        PairView facts = new(await this.NetworkAsync(local, cancellationToken), await this.NetworkAsync(remote, cancellationToken));
        if (string.Equals(local.SubscriptionId, remote.SubscriptionId, StringComparison.OrdinalIgnoreCase)) return facts;
        return facts with
        {
            LocalTenant = await access.TenantOfAsync(local.SubscriptionId, cancellationToken),
            RemoteTenant = await access.TenantOfAsync(remote.SubscriptionId, cancellationToken),
        };
    }

    /// <summary>Adds rights and locks of both networks.</summary>
    public async Task<PairView> WithRightsAsync(PairView facts, CancellationToken cancellationToken)
    {
        Task<NetworkRights> first = this.RightsAsync(facts.Local, cancellationToken);
        Task<NetworkRights> second = this.RightsAsync(facts.Remote, cancellationToken);
        return facts with
        {
            Local = facts.Local with { Rights = await first },
            Remote = facts.Remote with { Rights = await second },
        };
    }

    private async Task<NetworkView> NetworkAsync(ResourceId id, CancellationToken cancellationToken)
    {
        RemoteReading reading = await _probe.ReadAsync(id, cancellationToken);
        return new NetworkView { Reading = reading, Arm = await access.ForAsync(id.SubscriptionId, cancellationToken) };
    }

    private Task<NetworkRights> RightsAsync(NetworkView facts, CancellationToken cancellationToken) => facts.Network is null
        ? Task.FromResult(NetworkRights.NotRead)
        : _rights.GetOrAdd(facts.Id, _ => new(() => ReadRightsAsync(facts, cancellationToken))).Value;

    private static async Task<NetworkRights> ReadRightsAsync(NetworkView facts, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<PermissionEntry>?> permissions = OrNullAsync(facts.Arm.ListPermissionsAsync(facts.Id, cancellationToken));
        Task<IReadOnlyList<ManagementLock>?> locks = OrNullAsync(facts.Arm.ListLocksAsync(facts.Id, cancellationToken));
        return new NetworkRights(await permissions, await locks);
    }

    /// <summary>Neither is needed to write; what cannot be read is said to be unknown.</summary>
    private static async Task<T?> OrNullAsync<T>(Task<T> read)
        where T : class
    {
        try
        {
            return await read;
        }
        catch (PeeringException)
        {
            return null;
        }
    }
}
