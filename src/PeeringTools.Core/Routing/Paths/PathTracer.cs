namespace PeeringTools.Routing;

/// <summary>Follows a connection there and back.</summary>
internal sealed class PathTracer(RoutingModel model)
{
    /// <param name="from">Id of a network, subnet or interface, or an address.</param>
    /// <param name="to">The same.</param>
    /// <param name="protocol">Tcp, Udp, Icmp or <c>*</c>.</param>
    /// <param name="port">Destination port; null where it is left open.</param>
    /// <exception cref="PeeringException">An end is unknown, ambiguous or has no address.</exception>
    public PeeringPath Trace(string from, string to, string protocol = "*", int? port = null)
    {
        bool isIPv6 = new[] { from, to }.Any(text => AddressPrefix.TryParse(text, out AddressPrefix address) && address.IsIPv6);
        PathEnds ends = new(model);
        PathEnd source = ends.Find(from, null, isIPv6);
        return this.Follow(source, ends.Find(to, source.Place?.Network.Id, isIPv6), new Flow(default, default, protocol, port));
    }

    /// <summary>The way from a subnet to an address, for whatever of the traffic gets through.</summary>
    public PeeringPath Trace(string subnetId, AddressPrefix to, string protocol, int? port)
    {
        PathEnds ends = new(model);
        PathEnd source = ends.Find(subnetId, null, to.IsIPv6);
        return this.Follow(source, ends.Find(to.Address, source.Place?.Network.Id, to.IsIPv6), new Flow(default, default, protocol, port) { IsAny = true });
    }

    private PeeringPath Follow(PathEnd source, PathEnd destination, Flow asked)
    {
        Flow flow = asked with { Source = source.Address, Destination = destination.Address };
        PathTrace there = new DirectionTracer(model, flow, null).Trace(source, destination);
        PathTrace[] both = destination.IsPublic ? [there] : [there, this.Back(flow, there, source, destination)];
        PathTrace decides = both.FirstOrDefault(t => t.Verdict == PeeringPathVerdict.Blocked)
            ?? both.FirstOrDefault(t => t.Verdict == PeeringPathVerdict.Unknown) ?? there;
        return new PeeringPath
        {
            From = source.Asked,
            To = destination.Asked,
            SourceAddress = source.Address.Address,
            DestinationAddress = destination.Address.Address,
            Protocol = flow.Protocol,
            Port = flow.Port,
            Verdict = decides.Verdict,
            Reason = decides.Reason,
            Ends = [.. new[] { source.Choice, destination.Choice }.Where(c => c.Length > 0)],
            Hops = [.. both.SelectMany(t => t.Hops)],
        };
    }

    private PathTrace Back(Flow flow, PathTrace there, PathEnd source, PathEnd destination) =>
        new DirectionTracer(model, flow with { Source = flow.Destination, Destination = flow.Source }, there).Trace(destination, source);
}
