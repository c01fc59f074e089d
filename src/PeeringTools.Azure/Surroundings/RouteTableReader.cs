using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads a route table.</summary>
internal static class RouteTableReader
{
    public static async ValueTask<RouteTable> ReadAsync(JsonStreamReader json)
    {
        (bool? withoutBgp, string? withoutPeerings, List<UserRoute> routes) = (null, null, []);
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (json.NameIs("disableBgpRoutePropagation"u8)) withoutBgp = await json.ReadBooleanAsync().ConfigureAwait(false);
            else if (json.NameIs("disablePeeringRoute"u8)) withoutPeerings = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("routes"u8)) routes = await NetworkJson.ReadListAsync(json, ReadRouteAsync).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new RouteTable
        {
            Id = id,
            Name = name,
            DisableBgpRoutePropagation = withoutBgp ?? false,
            DisablePeeringRoute = withoutPeerings,
            Routes = routes,
        };
    }

    private static async ValueTask<UserRoute> ReadRouteAsync(JsonStreamReader json)
    {
        (string? prefix, string? type, string? address) = (null, null, null);
        (_, string? name) = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (json.NameIs("addressPrefix"u8)) prefix = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("nextHopType"u8)) type = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("nextHopIpAddress"u8)) address = await json.ReadStringAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new UserRoute { Name = name ?? "", AddressPrefix = prefix ?? "", NextHopType = type ?? "", NextHopIpAddress = address };
    }
}
