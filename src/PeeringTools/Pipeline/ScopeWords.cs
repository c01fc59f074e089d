using PeeringTools.Pairs;

namespace PeeringTools.Pipeline;

/// <summary>Makes a scope of the parameters that name one.</summary>
internal static class ScopeWords
{
    /// <exception cref="PeeringException">InvalidResourceId.</exception>
    public static ResourceId Network(string text) => ResourceId.TryParse(text, out ResourceId? id, out string? problem)
        ? id
        : throw PeeringException.Of(nameof(Errors.InvalidResourceId), text, text, problem);

    /// <exception cref="PeeringException">InvalidInput: two of them exclude each other.</exception>
    public static PairScope Read(string? resourceGroupName, string[] subscriptionIds, string? managementGroupId, string? source)
    {
        bool graph = managementGroupId is not null || string.Equals(source, PairBuilder.ResourceGraph, StringComparison.OrdinalIgnoreCase);
        if (managementGroupId is not null && string.Equals(source, PairBuilder.ResourceManager, StringComparison.OrdinalIgnoreCase))
            throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.ManagementGroupNeedsGraph);
        if (graph && resourceGroupName is not null)
            throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.ResourceGroupNeedsManager);
        return new PairScope
        {
            ResourceGroupName = resourceGroupName,
            SubscriptionIds = subscriptionIds,
            ManagementGroupId = managementGroupId,
            Source = graph ? PairBuilder.ResourceGraph : PairBuilder.ResourceManager,
        };
    }
}
