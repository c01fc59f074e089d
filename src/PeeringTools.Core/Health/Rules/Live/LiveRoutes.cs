using PeeringTools.Routing;

namespace PeeringTools.Health;

internal sealed class LiveRoutes() : LiveRule("Live.Routes")
{
    private protected override IEnumerable<string> Differences(PairCase pair, CaseSide side, LiveReading reading)
    {
        if (pair.Estate.Model.PlaceOf(reading.SubnetId) is not SubnetPlace place) return [];
        AddressPrefix[] peer = Detours.InForce(side);
        string[] live =
        [
            .. from route in reading.Routes
               where route.State == "Active"
               from prefix in Prefixes.Read(route.AddressPrefixes)
               where Prefixes.Contain(peer, prefix)
               select Say(prefix, route.NextHopType, route.NextHopIpAddresses.Count > 0 ? route.NextHopIpAddresses[0] : null),
        ];
        string[] predicted =
        [
            .. from route in pair.Estate.Model.RoutesOf(place)
               where route.IsActive && route.Prefix is AddressPrefix prefix && Prefixes.Contain(peer, prefix)
               select Say(route.Prefix!.Value, route.NextHopType, route.NextHopIpAddress),
        ];
        return Compare(live, predicted);
    }

    private protected override string Remediation(LiveReading reading) => Remedy.ShowEffective("show-effective-route-table", reading.Interface.Id);

    private static string Say(AddressPrefix prefix, string type, string? address) => $"{prefix} {type} {address}".TrimEnd();
}
