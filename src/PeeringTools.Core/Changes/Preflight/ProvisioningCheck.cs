namespace PeeringTools.Changes;

/// <summary>Azure refuses writes that refer to a network or side in the middle of something. A Remove needs no such peace.</summary>
internal sealed class ProvisioningCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        if (context.Request.Kind == ChangeKind.Remove || context.Plan.Steps.Count == 0) yield break;
        foreach (Half half in PreflightContext.Halves)
        {
            NetworkView network = context.Facts[half];
            if (network.Network?.ProvisioningState is not (null or "Succeeded"))
                yield return Of(network.Id.Text, network.Name, network.Network.ProvisioningState);
            if (context.Facts.Side(half) is { ProvisioningState: not (null or "Succeeded" or "Failed") } side)
                yield return Of(side.Id, side.ToString(), side.ProvisioningState);
        }
    }

    private static PeeringError Of(string? id, string name, string? state) =>
        PeeringError.Of(nameof(Errors.ProvisioningNotSucceeded), id, name, state);
}
