using PeeringTools.Fakes;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>What goes wrong with one write.</summary>
public enum Fault
{
    None,

    /// <summary>The connection breaks before the write arrives.</summary>
    DropBefore,

    /// <summary>The write is done and its answer is lost.</summary>
    DropAfter,
    Error500Before,
    Error500After,
    Denied,
    Refused,
    Stale,
    Busy,
    Throttled,

    /// <summary>The write is done, and the question about its operation is refused.</summary>
    DeniedAfter,
    ThrottledAfter,

    /// <summary>Azure accepted the write and then gave up.</summary>
    FailedLater,

    /// <summary>Longer than any budget, and done all the same.</summary>
    Slow,
}

/// <summary>A connection of these tests: the fake behind a layer that lets chosen calls fail.</summary>
internal sealed class FaultyNetwork(FakeArmNetwork inner, TimeProvider clock) : IArmNetwork
{
    private int _calls;

    /// <summary>The fault of each call of the executing phase: its number from 0, its name and its id.</summary>
    public Func<int, string, string, Fault> Fault { get; set; } = (_, _, _) => Changes.Fault.None;

    /// <summary>Runs as each call arrives, for a test that stops the run there.</summary>
    public Action<int, string>? Arrived { get; set; }

    /// <summary>Every PUT that was sent, in order.</summary>
    public List<PeeringWrite> Writes { get; } = [];

    /// <summary>The last answer to each read.</summary>
    public Dictionary<ResourceId, PeeringSnapshot> LastReads { get; } = [];

    /// <summary>Calls so far, reads of the plan included.</summary>
    public int Calls => _calls;

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => inner.GetTimeAsync(cancellationToken);

    public IAsyncEnumerable<AzureSubscription> ListSubscriptionsAsync(CancellationToken cancellationToken) => inner.ListSubscriptionsAsync(cancellationToken);

    public Task<AzureSubscription> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        inner.GetSubscriptionAsync(subscriptionId, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListVirtualNetworksAsync(
        string subscriptionId, string? resourceGroupName, bool withSubnets, CancellationToken cancellationToken) =>
        inner.ListVirtualNetworksAsync(subscriptionId, resourceGroupName, withSubnets, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> QueryVirtualNetworksAsync(GraphScope scope, CancellationToken cancellationToken) =>
        inner.QueryVirtualNetworksAsync(scope, cancellationToken);

    public Task<IReadOnlyList<string>> QuerySubscriptionsAsync(GraphScope scope, CancellationToken cancellationToken) =>
        inner.QuerySubscriptionsAsync(scope, cancellationToken);

    public Task<VirtualNetwork> GetVirtualNetworkAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        inner.GetVirtualNetworkAsync(virtualNetworkId, cancellationToken);

    public Task<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(ResourceId scope, CancellationToken cancellationToken) =>
        inner.ListPermissionsAsync(scope, cancellationToken);

    public Task<IReadOnlyList<PermissionEntry>> ListManagementGroupPermissionsAsync(string managementGroupId, CancellationToken cancellationToken) =>
        inner.ListManagementGroupPermissionsAsync(managementGroupId, cancellationToken);

    public Task<IReadOnlyList<ManagementLock>> ListLocksAsync(ResourceId scope, CancellationToken cancellationToken) =>
        inner.ListLocksAsync(scope, cancellationToken);

    public IArmNetwork SendingOnce => this;

    public IArmSurroundings Surroundings => inner.Surroundings;

    public Task<PeeringSnapshot> GetPeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        this.CallAsync("GetPeering", peeringId, () => this.ReadAsync(peeringId), cancellationToken);

    public Task<PeeringSnapshot> PutPeeringAsync(PeeringWrite write, CancellationToken cancellationToken)
    {
        Writes.Add(write);
        return this.CallAsync("PutPeering", write.PeeringId, () => inner.PutPeeringAsync(write, CancellationToken.None), cancellationToken);
    }

    public Task<bool> DeletePeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        this.CallAsync("DeletePeering", peeringId, () => inner.DeletePeeringAsync(peeringId, CancellationToken.None), cancellationToken);

    public Task MergeTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        this.CallAsync("MergeTags", scope, () => Done(inner.MergeTagsAsync(scope, tags, CancellationToken.None)), cancellationToken);

    public Task DeleteTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        this.CallAsync("DeleteTags", scope, () => Done(inner.DeleteTagsAsync(scope, tags, CancellationToken.None)), cancellationToken);

    private async Task<PeeringSnapshot> ReadAsync(ResourceId peeringId) =>
        LastReads[peeringId] = await inner.GetPeeringAsync(peeringId, CancellationToken.None);

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private async Task<T> CallAsync<T>(string name, ResourceId id, Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int number = _calls++;
        Fault fault = this.Fault(number, name, id.Text);
        Arrived?.Invoke(number, name);
        // Tags have no operation to ask about: they are written, or refused, at once.
        if (name.EndsWith("Tags", StringComparison.Ordinal) && fault is (Changes.Fault.DeniedAfter or Changes.Fault.ThrottledAfter))
            fault = fault == Changes.Fault.DeniedAfter ? Changes.Fault.Denied : Changes.Fault.Throttled;
        switch (fault)
        {
            case Changes.Fault.DropBefore:
                throw Error(nameof(Errors.EndpointUnreachable), null, null, id, "reset");
            case Changes.Fault.DropAfter:
                _ = await answer();
                throw Error(nameof(Errors.EndpointUnreachable), null, null, id, "reset");
            case Changes.Fault.Error500Before:
                throw Error(nameof(Errors.RequestRefused), "InternalServerError", 500, id, "oops");
            case Changes.Fault.Error500After:
                _ = await answer();
                throw Error(nameof(Errors.RequestRefused), "InternalServerError", 500, id, "oops");
            case Changes.Fault.Denied:
                throw Error(nameof(Errors.AccessDenied), "AuthorizationFailed", 403, id, "no");
            case Changes.Fault.Refused:
                throw Error(nameof(Errors.RequestRefused), "SomeConflict", 409, id, "no");
            case Changes.Fault.Stale:
                throw Error(nameof(Errors.RequestRefused), "PreconditionFailed", 412, id, "etag");
            case Changes.Fault.Busy:
                throw Error(nameof(Errors.ResourceBusy), "AnotherOperationInProgress", 409, id, "busy");
            case Changes.Fault.Throttled:
                throw new PeeringException(PeeringError.Of(nameof(Errors.Throttled), id.Text, id) with { HttpStatus = 429, RetryAfter = TimeSpan.FromSeconds(10) });
            case Changes.Fault.DeniedAfter:
                _ = await answer();
                throw Error(nameof(Errors.AccessDenied), "AuthorizationFailed", 403, id, "no");
            case Changes.Fault.ThrottledAfter:
                _ = await answer();
                throw Error(nameof(Errors.Throttled), "TooManyRequests", 429, id, "slower");
            case Changes.Fault.FailedLater:
                throw Error(nameof(Errors.OperationFailed), "Failed", 200, id, "gave up");
            case Changes.Fault.Slow:
                await Task.Delay(TimeSpan.FromHours(2), clock, cancellationToken).ContinueWith(
                    _ => answer(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
                cancellationToken.ThrowIfCancellationRequested();
                break;
            default:
                break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await answer();
    }

    private static PeeringException Error(string errorId, string? code, int? status, ResourceId id, string words) =>
        new(PeeringError.Of(errorId, id.Text, id, words) with { AzureCode = code, HttpStatus = status });
}
