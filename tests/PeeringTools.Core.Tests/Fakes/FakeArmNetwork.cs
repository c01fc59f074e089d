using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <summary>
/// A small Azure in memory: networks, sides, tags and locks, with the states and refusals that decide what a plan does.
/// What Azure does on the wire is the lab's to imitate, not this one's.
/// </summary>
internal sealed partial class FakeArmNetwork : IArmNetwork
{
    public const string DefaultSubscription = "00000000-0000-0000-0000-000000000001";

    private readonly object _gate = new();
    private readonly Dictionary<ResourceId, FakeNetwork> _networks = [];
    private readonly Dictionary<string, AzureSubscription> _subscriptions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ResourceId Scope, PermissionEntry Entry)> _permissions = [];
    private readonly Dictionary<string, PermissionEntry> _groupPermissions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Func<FakeCall, PeeringException?>> _failures = [];

    /// <summary>Every call, in the order they came.</summary>
    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    /// <summary>Runs before each call is answered; a test can hold a call here, watch it, or let it throw.</summary>
    public Func<FakeCall, CancellationToken, Task>? Before { get; set; }

    public List<ManagementLock> Locks { get; } = [];

    public int PageSize { get; set; } = 100;

    /// <summary>Networks of a subscription that is not listed for this identity still answer, unless it is hidden.</summary>
    public FakeArmNetwork AddSubscription(string id, string? tenantId = "10000000-0000-0000-0000-000000000001")
    {
        _subscriptions[id] = new AzureSubscription(id, "sub " + id[^1], tenantId, "Enabled");
        return this;
    }

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult(DateTimeOffset.UtcNow);

    /// <summary>Adds a network, and its subscription when that is new.</summary>
    public FakeNetwork Add(string name, string prefix, string group = "rg", string subscription = DefaultSubscription)
    {
        if (!_subscriptions.ContainsKey(subscription)) _ = this.AddSubscription(subscription);
        FakeNetwork network = new() { Id = ResourceId.ForVirtualNetwork(subscription, group, name) };
        network.Prefixes.Add(prefix);
        _networks.Add(network.Id, network);
        return network;
    }

    public FakeNetwork this[ResourceId id] => _networks[id];

    public int Count(string name) => Calls.Count(call => call.Name == name);

    /// <summary>How many PUTs, DELETEs and tag changes were sent.</summary>
    public int Writes => Calls.Count(call => call.Name is "PutPeering" or "DeletePeering" or "MergeTags" or "DeleteTags");

    /// <summary>Lets calls fail whose name is given and whose id holds a text, a number of times.</summary>
    public void Fail(string name, string idPart, PeeringException failure, int times = int.MaxValue)
    {
        _failures.Add(call =>
            call.Name == name && call.Id.Contains(idPart, StringComparison.OrdinalIgnoreCase) && times-- > 0 ? failure : null);
    }

    /// <summary>Without a grant everything is allowed; with the first one, only what is granted at a scope or above it.</summary>
    public void Grant(ResourceId scope, params string[] actions) => _permissions.Add((scope, new PermissionEntry(actions, [])));

    /// <summary>What is granted at a management group. It does not reach down by itself: who relies on it must have asked there.</summary>
    public void GrantAbove(string managementGroupId, params string[] actions) => _groupPermissions[managementGroupId] = new PermissionEntry(actions, []);

    /// <summary>The subscription neither is listed nor answers, as one the identity has no right in.</summary>
    public void Hide(string subscription) => _ = _subscriptions.Remove(subscription);

    public async IAsyncEnumerable<AzureSubscription> ListSubscriptionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await this.ArriveAsync("ListSubscriptions", "/subscriptions", cancellationToken);
        foreach (AzureSubscription subscription in _subscriptions.Values.ToArray()) yield return subscription;
    }

    public async Task<AzureSubscription> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        await this.ArriveAsync("GetSubscription", subscriptionId, cancellationToken);
        return this.SubscriptionOf(subscriptionId);
    }

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListVirtualNetworksAsync(
        string subscriptionId, string? resourceGroupName, bool withSubnets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VirtualNetwork[] all = await this.RunAsync("ListVirtualNetworks", subscriptionId, () =>
        {
            _ = this.SubscriptionOf(subscriptionId);
            return _networks.Values.Where(n => IsIn(n.Id, subscriptionId, resourceGroupName)).Select(n => n.Read())
                .Select(n => withSubnets ? n : n with { Subnets = [], GatewayIds = [] }).ToArray();
        }, cancellationToken);
        if (all.Length == 0) yield return [];
        for (int start = 0; start < all.Length; start += PageSize)
        {
            if (start > 0) await this.ArriveAsync("ListVirtualNetworks.Next", subscriptionId, cancellationToken);
            yield return all.Skip(start).Take(PageSize).ToArray();
        }
    }

    public Task<VirtualNetwork> GetVirtualNetworkAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        this.RunAsync("GetVirtualNetwork", virtualNetworkId.Text, () => this.Find(virtualNetworkId).Read(), cancellationToken);

    public IArmNetwork SendingOnce => this;

    public Task<PeeringSnapshot> GetPeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        this.RunAsync<PeeringSnapshot>("GetPeering", peeringId.Text, () =>
        {
            FakeNetwork network = this.Find(peeringId);
            PeeringSide side = network.SideNamed(peeringId.PeeringName)
                ?? throw Refusal(nameof(Errors.PeeringNotFound), "NotFound", 404, peeringId, peeringId, "?");
            return new FakeSnapshot(network.Read(side));
        }, cancellationToken);

    public Task<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(ResourceId scope, CancellationToken cancellationToken) =>
        this.RunAsync<IReadOnlyList<PermissionEntry>>("ListPermissions", scope.Text, () =>
            _permissions.Count == 0 ? [new PermissionEntry(["*"], [])] : [.. _permissions.Where(p => IsAtOrAbove(p.Scope, scope)).Select(p => p.Entry)], cancellationToken);

    public Task<IReadOnlyList<PermissionEntry>> ListManagementGroupPermissionsAsync(string managementGroupId, CancellationToken cancellationToken) =>
        this.RunAsync<IReadOnlyList<PermissionEntry>>("ListManagementGroupPermissions", managementGroupId, () =>
            _groupPermissions.TryGetValue(managementGroupId, out PermissionEntry? entry) ? [entry] : [], cancellationToken);

    public Task<IReadOnlyList<ManagementLock>> ListLocksAsync(ResourceId scope, CancellationToken cancellationToken) =>
        this.RunAsync("ListLocks", scope.Text, () => this.LocksOver(scope), cancellationToken);

    private IReadOnlyList<ManagementLock> LocksOver(ResourceId scope) =>
        [.. Locks.Where(l => (scope.Text + "/").StartsWith(l.Scope + "/", StringComparison.OrdinalIgnoreCase))];

    private static bool IsAtOrAbove(ResourceId upper, ResourceId scope) =>
        (scope.Text + "/").StartsWith(upper.Text + "/", StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(ResourceId id, string subscription, string? group) =>
        string.Equals(id.SubscriptionId, subscription, StringComparison.OrdinalIgnoreCase)
        && (group is null || string.Equals(id.ResourceGroupName, group, StringComparison.OrdinalIgnoreCase));

    private AzureSubscription SubscriptionOf(string id) => _subscriptions.TryGetValue(id, out AzureSubscription? found)
        ? found
        : throw Refusal(nameof(Errors.SubscriptionNotFound), "SubscriptionNotFound", 404, ResourceId.ForSubscription(id), id);

    private FakeNetwork Find(ResourceId id)
    {
        _ = this.SubscriptionOf(id.SubscriptionId);
        return _networks.TryGetValue(id.VirtualNetwork, out FakeNetwork? found)
            ? found
            : throw Refusal(nameof(Errors.VirtualNetworkNotFound), "ResourceNotFound", 404, id, id.VirtualNetwork);
    }

    private async Task<T> RunAsync<T>(string name, string id, Func<T> body, CancellationToken cancellationToken)
    {
        await this.ArriveAsync(name, id, cancellationToken);
        lock (_gate) return body();
    }

    private async Task ArriveAsync(string name, string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FakeCall call = new(name, id);
        Calls.Enqueue(call);
        if (Before is not null) await Before(call, cancellationToken);
        lock (_gate)
        {
            foreach (Func<FakeCall, PeeringException?> failure in _failures)
            {
                if (failure(call) is PeeringException thrown) throw thrown;
            }
        }
    }
}
