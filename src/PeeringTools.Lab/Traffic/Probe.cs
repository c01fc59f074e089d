using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>A connection tried from an interface: the packet's way, what guards it, and the way of the answer.</summary>
internal sealed class Probe
{
    private Probe(List<Hop> hops, bool reachable)
    {
        Hops = hops;
        Reachable = reachable;
    }

    public IReadOnlyList<Hop> Hops { get; }

    public bool Reachable { get; }

    public static Probe Of(Interface source, string sourceId, string to, Packet packet, Estate estate)
    {
        Walk there = Walk.Of(source.Subnet, packet.From, packet.To, estate);
        Hop first = new("Source", source.Addresses[0].Text, sourceId);
        List<Hop> hops = [first, .. there.Appliances.Select(a => new Hop("VirtualAppliance", a.Text, a.ResourceId))];
        hops.AddRange(Ends(there, to));
        if ((Guard.Stops(source, packet, "Outbound", there.Closed, estate) ?? there.Dropped) is Issue stopped)
        {
            first.Issues.Add(stopped);
        }

        foreach ((Place appliance, Hop hop) in there.Appliances.Zip(hops.Skip(1), (a, h) => (a, h)))
        {
            AddTo(hop, appliance.Nic is null ? null : Guard.Stops(appliance.Nic, packet, "Inbound", closed: false, estate) ?? Guard.Stops(appliance.Nic, packet, "Outbound", closed: false, estate));
        }

        if (there.Reached is Place end)
        {
            AddTo(hops[hops.Count - 1], AtEnd(end, packet, there, estate));
        }

        return new Probe(hops, hops.All(h => h.Issues.Count == 0));
    }

    private static void AddTo(Hop hop, Issue? issue)
    {
        if (issue is not null)
        {
            hop.Issues.Add(issue);
        }
    }

    private static IEnumerable<Hop> Ends(Walk walk, string to) => walk switch
    {
        { Reached: Place end } => [new Hop(walk.Crossed ? "VirtualNetwork" : "VnetLocal", end.Text, end.ResourceId)],
        { Left: "Internet" } => [new Hop("Internet", to, "Internet"), new Hop("Internet", to, "Internet")],
        { Left: string way } => [new Hop(way, to, way)],
        _ => [new Hop("Destination", to, "Unknown")],
    };

    private static Issue? AtEnd(Place end, Packet packet, Walk there, Estate estate)
    {
        if (end.Nic is Interface nic)
        {
            if (Guard.Stops(nic, packet, "Inbound", there.Closed, estate) is Issue stopped)
            {
                return stopped;
            }

            if (!Machines.IsRunning(nic, estate))
            {
                return new Issue("Inbound", "Unknown");
            }
        }

        // Who forwards keeps state: an answer that comes another way than its question is dropped.
        Walk back = Walk.Of(end.Subnet, packet.To, packet.From, estate);
        bool sameWay = back.Appliances.Select(a => a.Text).Reverse().SequenceEqual(there.Appliances.Select(a => a.Text));
        return back.Dropped ?? (sameWay && back.Reached is not null ? null : new Issue("Outbound", "UserDefinedRoute"));
    }
}
