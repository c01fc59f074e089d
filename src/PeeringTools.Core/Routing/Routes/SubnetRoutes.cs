namespace PeeringTools.Routing;

/// <summary>The settled routes of one subnet, ready to be asked.</summary>
internal sealed class SubnetRoutes
{
    private readonly PrefixTable<Route> _active;
    private readonly PrefixTable<Route> _givesWay;
    private readonly Route[] _tagged;
    private readonly string[] _gatewayDoubts;
    private readonly string? _tableDoubt;

    /// <param name="routes">All of them, settled.</param>
    /// <param name="gatewayDoubts">Why a gateway may bring more.</param>
    /// <param name="tableDoubt">Why user-defined routes may be missing.</param>
    public SubnetRoutes(IReadOnlyList<Route> routes, IEnumerable<string> gatewayDoubts, string? tableDoubt)
    {
        All = routes;
        _active = new PrefixTable<Route>(ByPrefix(routes.Where(r => r.IsActive)));
        _givesWay = new PrefixTable<Route>(ByPrefix(routes.Where(r => !r.IsActive)));
        _tagged = [.. routes.Where(r => r.Prefix is null)];
        _gatewayDoubts = [.. gatewayDoubts];
        _tableDoubt = tableDoubt;
    }

    public IReadOnlyList<Route> All { get; }

    public RouteChoice Choose(AddressPrefix address)
    {
        Route[] candidates = [.. _active.Containing(address)];
        if (candidates.Length == 0) return new RouteChoice(null, Wording.Fill(RoutingTexts.ChosenNone, address.Address), this.DoubtAbout(null, address));
        Route chosen = candidates[0];
        return new RouteChoice(chosen, this.Why(chosen, candidates.Length, address), this.DoubtAbout(chosen, address));
    }

    private string Why(Route chosen, int candidates, AddressPrefix address)
    {
        Route? specific = _givesWay.Containing(address).FirstOrDefault(r => r.Source == RouteSources.Gateway && r.Prefix!.Value.Length > chosen.Prefix!.Value.Length);
        if (chosen.BeatsGateway && specific is not null) return Reason(RoutingTexts.ChosenOverGateway, specific.Prefix);
        if (chosen.Source == RouteSources.User && _givesWay.At(chosen.Prefix!.Value).Count > 0) return Reason(RoutingTexts.ChosenSameUser);
        return candidates == 1 ? Reason(RoutingTexts.ChosenOnly) : Reason(RoutingTexts.ChosenLongest, candidates);

        string Reason(string text, object? more = null) => Wording.Fill(text, chosen, address.Address, chosen.Origin, more);
    }

    private string? DoubtAbout(Route? chosen, AddressPrefix address)
    {
        if (_tableDoubt is not null) return _tableDoubt;
        if (chosen is { BeatsGateway: false, Prefix.IsAddress: false } && _gatewayDoubts.Length > 0) return _gatewayDoubts[0];
        Route? tagged = Prefixes.IsPrivate(address) ? null : _tagged.FirstOrDefault(r => r.NextHopType != chosen?.NextHopType);
        return tagged is null ? null : Wording.Fill(RoutingTexts.DoubtTag, address.Address, tagged.ServiceTag, tagged.Name ?? tagged.Origin);
    }

    private static IEnumerable<KeyValuePair<AddressPrefix, Route>> ByPrefix(IEnumerable<Route> routes) =>
        routes.Where(r => r.Prefix is not null).Select(r => new KeyValuePair<AddressPrefix, Route>(r.Prefix!.Value, r));
}
