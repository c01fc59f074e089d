using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>The way of one packet through networks, one route at a time.</summary>
internal sealed class Walk
{
    private const int MostHops = 16;

    private readonly Estate _estate;
    private readonly Cidr _from;
    private readonly Cidr _to;

    private Walk(Estate estate, Cidr from, Cidr to)
    {
        _estate = estate;
        _from = from;
        _to = to;
    }

    /// <summary>What it passed, the appliances in their order.</summary>
    public List<Place> Appliances { get; } = [];

    /// <summary>Who it reached; null when it was dropped, and when it left Azure.</summary>
    public Place? Reached { get; private set; }

    /// <summary>Internet or VirtualNetworkGateway when it left.</summary>
    public string? Left { get; private set; }

    public Issue? Dropped { get; private set; }

    /// <summary>Whether it crossed a peering whose access is switched off on a side.</summary>
    public bool Closed { get; private set; }

    /// <summary>Whether it ended outside the network it began in.</summary>
    public bool Crossed { get; private set; }

    public static Walk Of(Subnet start, Cidr from, Cidr to, Estate estate)
    {
        Walk walk = new(estate, from, to);
        Subnet? at = start;
        for (int i = 0; at is not null; i++)
        {
            at = i == MostHops ? walk.Drop(new Issue("Local", "UserDefinedRoute", "Loop", at.Id)) : walk.Step(at);
        }

        return walk;
    }

    /// <summary>Takes the route of one subnet; the subnet of the next appliance, or null at the end.</summary>
    private Subnet? Step(Subnet at)
    {
        Route? route = EffectiveRoutes.Of(at, _estate).Choose(_to);
        switch (route?.Type)
        {
            case "VirtualAppliance":
                return ToAppliance(at, route);
            case "Internet" or "VirtualNetworkServiceEndpoint":
                Left = "Internet";
                return null;
            case "VirtualNetworkGateway":
                Left = route.Type;
                return null;
            case null or "None":
                return Drop(route is { IsUser: true } ? new Issue("Local", "UserDefinedRoute", "RouteName", route.Name) : new Issue("Local", "Platform"));
            default:
                return Arrive(at.Parent, route.Into);
        }
    }

    private Subnet? Arrive(VirtualNetwork from, VirtualNetwork? into)
    {
        if (into is null || Enter(from, into) is not null)
        {
            return Drop(Dropped ?? new Issue("Local", "Unknown"));
        }

        Reached = Place.At(into, _to, _estate);
        return Reached is null ? Drop(new Issue("Inbound", "Unknown")) : null;
    }

    /// <summary>An appliance stands in the same network or in a peered one; a route leads no further.</summary>
    private Subnet? ToAppliance(Subnet at, Route route)
    {
        Issue dead = new("Local", "UserDefinedRoute", "RouteName", route.Name);
        if (!Cidr.TryParseAddress(route.Address, out Cidr address))
        {
            return Drop(dead);
        }

        Place? appliance = new[] { at.Parent }.Concat(PeeringRoutes.Peers(at.Parent, _estate)).Select(n => Place.At(n, address, _estate)).FirstOrDefault(p => p is not null);
        if (appliance is not { Forwards: true } || (appliance.Nic is Interface nic && !Machines.IsRunning(nic, _estate)))
        {
            return Drop(dead);
        }

        if (Enter(at.Parent, appliance.Subnet.Parent) is Issue refused)
        {
            return Drop(refused);
        }

        Appliances.Add(appliance);
        return appliance.Subnet;
    }

    /// <summary>Crosses into a peered network, which takes foreign packets only where its half allows forwarded traffic.</summary>
    private Issue? Enter(VirtualNetwork from, VirtualNetwork into)
    {
        if (from == into || into.PeeringTo(from.Id) is not Peering half)
        {
            Crossed |= from != into;
            return null;
        }

        Crossed = true;
        Closed |= !half.Flags.AllowVirtualNetworkAccess || from.PeeringTo(into.Id)?.Flags.AllowVirtualNetworkAccess == false;
        bool foreign = !from.AddressSpace.Parsed.Any(p => p.Contains(_from));
        return Dropped = foreign && !half.Flags.AllowForwardedTraffic ? new Issue("Inbound", "Platform", "PeeringName", half.Name) : null;
    }

    private Subnet? Drop(Issue why)
    {
        Dropped = why;
        return null;
    }
}
