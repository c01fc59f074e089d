using CsCheck;
using PeeringTools.Fakes;

namespace PeeringTools.Routing;

/// <summary>Random tables and gateways against an oracle that asks every route about every address, with the sentences of the documentation.</summary>
public class RouteOracleTests
{
    private const string Own = "10.0.0.0/22";
    private const string Peer = "10.0.4.0/22";

    /// <summary>Few bits, so that prefixes nest, meet and coincide often.</summary>
    private static readonly Gen<string> AnyPrefix =
        from length in Gen.Int[20, 28]
        from bits in Gen.Int[0, (1 << (length - 20)) - 1]
        select $"10.0.{(bits << (28 - length) >> 4) & 15}.{(bits << (28 - length) & 15) << 4}/{length}";

    private static readonly Gen<(string[] User, string[] Gateway)> Tables =
        Gen.Select(AnyPrefix.Array[0, 6], AnyPrefix.Array[0, 6], (user, gateway) => (user.Distinct().ToArray(), gateway.Distinct().ToArray()));

    [Fact]
    public void The_chosen_route_is_the_one_the_documentation_names() => Gen.Select(Tables, Gen.Int[0, 0xFFF]).Sample((tables, host) =>
    {
        AddressPrefix address = AddressPrefix.Parse($"10.0.{host >> 8}.{host & 255}");
        RoutingModel model = Draw(tables.User, tables.Gateway);
        Route route = model.Choose(model.PlaceOf(EstateSketch.SubnetIdOf("own/app"))!, address).Route!;
        Assert.Equal(Expected(tables.User, tables.Gateway, address), (route.Source, route.Prefix!.Value.ToString()));
    });

    [Fact]
    public void Exactly_the_routes_that_win_some_address_of_their_own_are_active() => Tables.Sample(tables =>
    {
        foreach (Route route in RoutesOf(Draw(tables.User, tables.Gateway)))
        {
            bool loses = route.Source switch
            {
                "User" => false,
                "VirtualNetworkGateway" => tables.User.Contains(route.Prefix!.Value.ToString())
                    || SystemInForce(tables.User).Any(s => Parse(s).Contains(route.Prefix!.Value)),
                _ => tables.User.Contains(route.Prefix!.Value.ToString()),
            };
            Assert.Equal(!loses, route.IsActive);
        }
    });

    private static IEnumerable<Route> RoutesOf(RoutingModel model) => model.RoutesOf(model.PlaceOf(EstateSketch.SubnetIdOf("own/app"))!)
        .Where(r => r.NextHopType is not ("None" or "Internet"));

    private static RoutingModel Draw(string[] user, string[] gateway) => new(new EstateSketch()
        .Network("own", Own).Network("peer", Peer)
        .Subnet("own/app", "10.0.0.0/24", table: "t")
        .Table("t", [.. user.Select((p, i) => EstateSketch.Route("r" + i, p, "10.0.0.9"))])
        .Gateway("vpn", "own", gateway)
        .Peer("own", "peer")
        .Build());

    /// <summary>Longest first; of one length the user's, then the gateway's, then Azure's own; but system routes of the network and of peerings before any gateway's.</summary>
    private static (string Source, string Prefix) Expected(string[] user, string[] gateway, AddressPrefix address)
    {
        string[] system = [.. SystemInForce(user).Where(p => Parse(p).Contains(address))];
        List<(string Source, string Prefix)> all = [.. user.Where(p => Parse(p).Contains(address)).Select(p => ("User", p))];
        all.AddRange(system.Select(p => ("Default", p)));
        if (system.Length == 0) all.AddRange(gateway.Where(p => Parse(p).Contains(address) && !user.Contains(p)).Select(p => ("VirtualNetworkGateway", p)));
        if (all.Count == 0) all.Add(("Default", "10.0.0.0/8"));
        return all.OrderByDescending(r => Parse(r.Prefix).Length).First();
    }

    private static IEnumerable<string> SystemInForce(string[] user) => new[] { Own, Peer }.Where(p => !user.Contains(p));

    private static AddressPrefix Parse(string text) => AddressPrefix.Parse(text);
}
