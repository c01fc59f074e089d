namespace PeeringTools.Ports;

/// <summary>
/// What the domain asks of Azure: reads and writes of networks, peerings and what surrounds them, through one identity
/// and for one call of a cmdlet. Every failure is a <see cref="PeeringException"/>; cancellation stops at once and sends nothing more.
/// </summary>
internal interface IArmNetwork
{
    /// <summary>The same way without patience: what fails is not tried again, for a caller who was told to stop.</summary>
    IArmNetwork SendingOnce { get; }

    /// <summary>Reads of what surrounds peerings, on the same way.</summary>
    IArmSurroundings Surroundings { get; }

    /// <summary>The time by Azure's clock: the Date of an answer, in whole seconds.</summary>
    Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken);

    /// <summary>The subscriptions this identity sees. ARM leaves out silently what it may not see.</summary>
    IAsyncEnumerable<AzureSubscription> ListSubscriptionsAsync(CancellationToken cancellationToken);

    Task<AzureSubscription> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>The networks of a subscription, or of one of its groups, page by page as they arrive.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="resourceGroupName">One of its groups; null for all.</param>
    /// <param name="withSubnets">
    /// False passes over subnets and the gateways in them, which are nearly all of a list's bytes: pairs alone need neither.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListVirtualNetworksAsync(
        string subscriptionId, string? resourceGroupName, bool withSubnets, CancellationToken cancellationToken);

    /// <summary>
    /// The networks of many subscriptions at once, from Resource Graph, page by page. It is a copy that follows Azure with a
    /// delay; subnets and gateways are not in it. A scope that comes to its end has come whole: an answer that was cut is a failure.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> QueryVirtualNetworksAsync(GraphScope scope, CancellationToken cancellationToken);

    /// <summary>The ids of the subscriptions of a scope that Resource Graph itself knows and this identity sees there.</summary>
    Task<IReadOnlyList<string>> QuerySubscriptionsAsync(GraphScope scope, CancellationToken cancellationToken);

    Task<VirtualNetwork> GetVirtualNetworkAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken);

    Task<PeeringSnapshot> GetPeeringAsync(ResourceId peeringId, CancellationToken cancellationToken);

    /// <summary>Writes one side and waits until the operation has ended. Sent once: waiting for a busy network is the executor's part.</summary>
    /// <returns>The side as it reads after the operation.</returns>
    Task<PeeringSnapshot> PutPeeringAsync(PeeringWrite write, CancellationToken cancellationToken);

    /// <summary>Deletes one side and waits until the operation has ended. One that is already gone is no error. Sent once.</summary>
    /// <returns>False where there was nothing to delete.</returns>
    Task<bool> DeletePeeringAsync(ResourceId peeringId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces single tags of a network through Microsoft.Resources/tags, never through the network itself.</summary>
    Task MergeTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Removes single tags; ones that are not there are no error. A value that differs from the given one is left alone.</summary>
    Task DeleteTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>What this identity may do at a scope; an empty list means nothing.</summary>
    Task<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(ResourceId scope, CancellationToken cancellationToken);

    /// <summary>What this identity may do at a management group, and so in every subscription in and below it.</summary>
    Task<IReadOnlyList<PermissionEntry>> ListManagementGroupPermissionsAsync(string managementGroupId, CancellationToken cancellationToken);

    /// <summary>The locks at a network and above it, and those of single peerings.</summary>
    Task<IReadOnlyList<ManagementLock>> ListLocksAsync(ResourceId scope, CancellationToken cancellationToken);
}
