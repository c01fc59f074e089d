namespace PeeringTools.Changes;

/// <summary>One side cannot both share a gateway and use the other's.</summary>
internal sealed class TransitChainCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context) =>
        from half in context.Written
        where context.Plan.Final(half) is { Settings: { AllowGatewayTransit: true, UseRemoteGateways: true } }
        select PeeringError.Of(nameof(Errors.TransitChain), context.Facts[half].Id.Text, context.Facts[half].Name);
}
