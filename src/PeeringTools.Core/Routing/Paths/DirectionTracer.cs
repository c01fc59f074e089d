using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Follows one packet from station to station. Addresses are taken to stay as they are: translation inside an appliance is not seen.</summary>
internal sealed class DirectionTracer
{
    private readonly RoutingModel _model;
    private readonly Crossing _crossing;
    private readonly StationGuard _guard;
    private readonly Flow _flow;
    private readonly PathTrace _trace;
    private readonly PathTrace? _forward;
    private readonly HashSet<string> _visited = new(StringComparer.OrdinalIgnoreCase);
    private bool _atGateway;

    /// <param name="model">The estate.</param>
    /// <param name="flow">The packet of this direction.</param>
    /// <param name="forward">The way there when this is the way back, which groups let through; null for the way there.</param>
    public DirectionTracer(RoutingModel model, Flow flow, PathTrace? forward)
    {
        _model = model;
        _flow = flow;
        _forward = forward;
        _trace = new PathTrace(forward is null ? PathTrace.Forward : PathTrace.Return);
        _crossing = new Crossing(model);
        _guard = new StationGuard(model, _trace, flow, forward);
    }

    public PathTrace Trace(PathEnd from, PathEnd to)
    {
        SubnetPlace? place = from.Place is null ? this.ComeIn(from, to) : this.Leave(from.Place);
        while (place is not null && !_trace.HasEnded) place = this.Step(place);
        return _trace;
    }

    private SubnetPlace? Leave(SubnetPlace place)
    {
        AddressOwner owner = _model.OwnerOf(_flow.Source, place.Network.Id);
        _trace.At(owner.Id is null ? place.ToString() : owner.Name, owner.Id ?? place.Subnet.Id, _flow.Source.Address);
        RouteChoice choice = _model.Choose(place, _flow.Destination);
        if (choice.Route is not null) _trace.Take(choice.Route);
        // Where no route leads on, no rule is the reason: the default rules deny whatever no route makes part of the virtual network.
        if (choice.Doubt is not null || this.LeadsOn(choice.Route)) _guard.Ask(place, owner, DefaultRules.Outbound);
        return _trace.HasEnded ? null : place;
    }

    /// <summary>From outside, a packet enters through a gateway whose connections name its source.</summary>
    private SubnetPlace? ComeIn(PathEnd from, PathEnd to)
    {
        _trace.At(from.Address.Address, null, from.Address.Address);
        ServingGateway[] serving = to.Place is null ? [] : [.. _model.GatewaysOf(to.Place.Network)];
        if (serving.FirstOrDefault(g => Knows(g, from.Address)) is ServingGateway gateway) return this.PassGateway(gateway);
        if (to.Place is not null && _model.HomeOf(from.Address, to.Place.Network.Id) is ResourceId peer)
        {
            // Only a peer that was not read has an address without a subnet.
            _trace.Lose(Wording.Fill(RoutingTexts.CrossUnread, peer.Name));
            return null;
        }

        // Where the way there is lost, so is the place its answer starts from.
        string? doubt = _forward is { Verdict: PeeringPathVerdict.Unknown } ? _forward.Reason.TrimEnd('.')
            : to.Place is null ? null : _model.GatewayDoubtOf(to.Place.Network);
        if (doubt is not null) _trace.Lose(Wording.Fill(RoutingTexts.FromBeyondOpen, from.Address.Address, doubt));
        else if (from.IsPublic) _trace.Lose(RoutingTexts.FromInternet);
        else _trace.Block(Wording.Fill(RoutingTexts.FromNowhere, from.Address.Address, to.Address.Address));
        return null;
    }

    private SubnetPlace? Step(SubnetPlace place)
    {
        RouteChoice choice = _model.Choose(place, _flow.Destination);
        if (choice.Doubt is not null) _trace.DoubtWay(Wording.Fill(RoutingTexts.WayOpen, choice.Doubt));
        if (choice.Route is not Route route) return End(() => this.Strand(place, choice.Why));

        _trace.Take(route);
        _trace.Say(choice.Why);
        switch (route.NextHopType)
        {
            case NextHops.VnetLocal: return this.Deliver(place.Network, place.Network.Id);
            case NextHops.Peering or NextHops.GlobalPeering or NextHops.ConnectedGroup or NextHops.PrivateEndpoint:
                return this.Deliver(place.Network, route.NetworkId!);
            case NextHops.Appliance: return this.ToAppliance(place, route);
            case NextHops.Gateway: return this.ToGateway(place, route);
            case NextHops.Internet: return this.ToInternet(place);
            case NextHops.None: return End(() => this.Strand(place, Wording.Fill(RoutingTexts.Dropped, route.Prefix, route.Origin)));
            default: return End(() => _trace.Lose(Wording.Fill(RoutingTexts.HopUnknown, route.NextHopType)));
        }
    }

    private static SubnetPlace? End(Action how)
    {
        how();
        return null;
    }

    private bool LeadsOn(Route? route) => route?.NextHopType switch
    {
        null or NextHops.None => false,
        NextHops.Internet => !Prefixes.IsPrivate(_flow.Destination),
        _ => true,
    };

    /// <summary>No route leads on. What people miss most is said first: a network that is peered with both ends carries nothing from one to the other.</summary>
    private void Strand(SubnetPlace place, string why)
    {
        ResourceId own = place.Network.Id;
        string? between = (
            from link in _model.Links.Of(own)
            let home = _model.HomeOf(_flow.Destination, link.RemoteId)
            where home is not null && !home.Equals(link.RemoteId)
            select Wording.Fill(RoutingTexts.NotTransitive, why, own.Name, home.Name, link.RemoteId.Name)).FirstOrDefault();
        _trace.Block(between ?? why);
    }

    private SubnetPlace? Deliver(VirtualNetwork from, ResourceId to)
    {
        _crossing.Enter(_trace, from, to, _flow.Source, _atGateway);
        if (_trace.HasEnded) return null;
        if (_model.SubnetOf(_flow.Destination, to) is not SubnetPlace place) return End(() => _trace.Block(Wording.Fill(RoutingTexts.NoSubnet, _flow.Destination.Address, to.Name)));
        AddressOwner owner = _model.OwnerOf(_flow.Destination, to);
        _trace.At(owner.Id is null ? place.ToString() : owner.Name, owner.Id ?? place.Subnet.Id, _flow.Destination.Address);
        _guard.Ask(place, owner, DefaultRules.Inbound);
        if (!_trace.HasEnded) _guard.Arrive(Wording.Fill(owner.Id is null ? RoutingTexts.ArrivedNobody : RoutingTexts.Arrived, owner.Name, place));
        return null;
    }

    private SubnetPlace? ToAppliance(SubnetPlace place, Route route)
    {
        if (!AddressPrefix.TryParse(route.NextHopIpAddress, out AddressPrefix address)) return End(() => _trace.Lose(Wording.Fill(RoutingTexts.HopUnknown, route)));
        if (address.Equals(_flow.Destination)) return this.Deliver(place.Network, _model.HomeOf(address, place.Network.Id) ?? place.Network.Id);
        AddressOwner owner = _model.OwnerOf(address, place.Network.Id);
        if (owner.Kind == OwnerKind.Nobody) return End(() => _trace.Block(Wording.Fill(RoutingTexts.NobodyThere, address.Address)));
        if (owner.Kind == OwnerKind.Unreadable || owner.Place is null) return End(() => _trace.Lose(Wording.Fill(RoutingTexts.OwnerUnread, address.Address, owner.Problem?.Message)));
        _crossing.DoubtAccess(_trace, place.Network.Id, owner.Place.Network.Id);
        _crossing.Enter(_trace, place.Network, owner.Place.Network.Id, _flow.Source, _atGateway);
        if (_trace.HasEnded) return null;
        _trace.At(owner.Name, owner.Id, address.Address);
        if (!_visited.Add(owner.Id!)) return End(() => _trace.Block(Wording.Fill(RoutingTexts.Loop, owner.Name)));
        _atGateway = false;
        return _guard.Forward(owner);
    }

    private SubnetPlace? ToGateway(SubnetPlace place, Route route)
    {
        ServingGateway? gateway = route.Gateway is null
            ? _model.GatewaysOf(place.Network).FirstOrDefault()
            : _model.GatewaysOf(place.Network).First(g => g.Gateway == route.Gateway);
        if (gateway is null) return End(() => _trace.Block(Wording.Fill(RoutingTexts.NoGateway, place.Network.Id.Name)));
        _crossing.Enter(_trace, place.Network, gateway.NetworkId, _flow.Source, isFromGateway: false);
        if (_trace.HasEnded) return null;
        if (!Knows(gateway, _flow.Destination)) return this.PassGateway(gateway);
        _trace.At(gateway.Name, gateway.Gateway!.Id, null);
        _guard.Arrive(Wording.Fill(RoutingTexts.LeftByGateway, gateway.Name));
        return null;
    }

    /// <summary>A gateway sends on by the routes of its own subnet, to its network and to the peers it serves.</summary>
    private SubnetPlace? PassGateway(ServingGateway gateway)
    {
        _trace.At(gateway.Name, gateway.Gateway?.Id, null);
        if (!_visited.Add(gateway.Name + gateway.NetworkId)) return End(() => _trace.Block(Wording.Fill(RoutingTexts.Loop, gateway.Name)));
        _atGateway = true;
        SubnetPlace? place = _model.PlaceOf(gateway.NetworkId.Text + "/subnets/" + Subnet.Gateway);
        return place ?? End(() => _trace.Lose(Wording.Fill(RoutingTexts.NoGatewaySubnet, gateway.Name)));
    }

    private SubnetPlace? ToInternet(SubnetPlace place)
    {
        if (Prefixes.IsPrivate(_flow.Destination)) this.Strand(place, Wording.Fill(RoutingTexts.InternetPrivate, _flow.Destination.Address));
        else _guard.Arrive(RoutingTexts.LeftToInternet);
        return null;
    }

    private static bool Knows(ServingGateway gateway, AddressPrefix address) =>
        Prefixes.Contain(Prefixes.Read(gateway.Gateway?.StaticPrefixes ?? []), address);
}
