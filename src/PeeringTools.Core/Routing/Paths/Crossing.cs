namespace PeeringTools.Routing;

/// <summary>What the flags of a peering say to a packet that crosses it.</summary>
/// <remarks>
/// Microsoft's texts disagree on which half AllowForwardedTraffic belongs to. Our choice: the half of the network that is entered accepts
/// packets that did not start in its peer. What a gateway sends is let in by UseRemoteGateways instead.
/// </remarks>
internal sealed class Crossing(RoutingModel model)
{
    /// <param name="trace">Where the outcome is said.</param>
    /// <param name="from">The network the packet is in.</param>
    /// <param name="to">The network it enters.</param>
    /// <param name="source">The packet's source.</param>
    /// <param name="isFromGateway">Whether a gateway sends it.</param>
    public void Enter(PathTrace trace, VirtualNetwork from, ResourceId to, AddressPrefix source, bool isFromGateway)
    {
        if (from.Id.Equals(to)) return;
        if (!model.Estate.Networks.ContainsKey(to))
        {
            trace.Lose(Wording.Fill(RoutingTexts.CrossUnread, to.Name));
            return;
        }

        if (model.Links.Between(to, from.Id) is not Link link || Prefixes.Contain(Prefixes.Read(from.AddressPrefixes), source)) return;
        if (isFromGateway && link.Side.UseRemoteGateways) return;
        if (link.Side.AllowForwardedTraffic) trace.Say(Wording.Fill(RoutingTexts.CrossForwarded, link.Side));
        else trace.Block(Wording.Fill(RoutingTexts.CrossRefused, link.Side, source.Address, from.Id.Name));
    }

    /// <summary>Whether packets for somebody else pass a peering whose access is off, nobody has recorded.</summary>
    public void DoubtAccess(PathTrace trace, ResourceId from, ResourceId to)
    {
        Link?[] halves = [model.Links.Between(from, to), model.Links.Between(to, from)];
        if (halves.OfType<Link>().FirstOrDefault(l => !l.Side.AllowVirtualNetworkAccess) is Link off) trace.Doubt(Wording.Fill(RoutingTexts.CrossNoAccess, off.Side));
    }
}
