namespace PeeringTools.Changes;

/// <summary>Azure's limit of peerings per network, counting what earlier rows of the run add.</summary>
internal sealed class LimitCheck : IPreflightCheck
{
    /// <summary>azure-virtual-network-limits: 500 peerings per virtual network.</summary>
    private const int Limit = 500;

    public IEnumerable<PeeringError> Find(PreflightContext context) =>
        from half in context.Created
        let network = context.Facts[half]
        let count = (network.Network?.Peerings.Count ?? 0) + context.Estate.PeersOf(network.Id).Count + 1
        where count > Limit
        select PeeringError.Of(nameof(Errors.PeeringLimitReached), network.Id.Text, network.Name, count, Limit);
}
