namespace PeeringTools.Topology;

/// <summary>How a pair's line is drawn: by the gravest thing that is to be said of it. Its words say the others.</summary>
internal enum LinkLook
{
    Healthy,
    Global,
    CrossTenant,
    Bypass,
    Expiring,
    Unknown,
    Degraded,
    Broken,
}

/// <summary>What is drawn at one end of a line.</summary>
/// <param name="AcceptsForwarded">The side there accepts forwarded traffic.</param>
/// <param name="SharesGateway">The other network uses a gateway there.</param>
/// <param name="Inspects">Route tables of the other network send traffic to an appliance there.</param>
internal sealed record LinkEnd(bool AcceptsForwarded, bool SharesGateway, bool Inspects)
{
    public static LinkEnd Of(PeeringTopologyLink link, bool isLocal)
    {
        (PeeringDirection own, PeeringDirection other) = isLocal ? (PeeringDirection.Local, PeeringDirection.Remote) : (PeeringDirection.Remote, PeeringDirection.Local);
        return new LinkEnd(
            link.AllowForwardedTraffic.Has(own),
            link.AllowGatewayTransit.Has(own) && link.UseRemoteGateways.Has(other),
            link.RoutesThroughPeer.Has(other));
    }
}

/// <summary>Chooses the look of links.</summary>
internal static class LinkLooks
{
    public static LinkLook Of(PeeringTopologyLink link) => link switch
    {
        { Verdict: PeeringHealthVerdict.Broken } => LinkLook.Broken,
        { Verdict: PeeringHealthVerdict.Degraded } => LinkLook.Degraded,
        { Verdict: PeeringHealthVerdict.Unknown } => LinkLook.Unknown,
        { IsExpiring: true } => LinkLook.Expiring,
        { BypassesHub: true } => LinkLook.Bypass,
        { IsCrossTenant: true } => LinkLook.CrossTenant,
        { IsGlobal: true } => LinkLook.Global,
        _ => LinkLook.Healthy,
    };

    public static bool Has(this PeeringDirection flag, PeeringDirection side) => flag == side || flag == PeeringDirection.Both;
}
