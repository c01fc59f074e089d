using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>What lies behind gateways, as far as configuration says: sites, dial-in clients, networks behind other gateways.</summary>
internal static class GatewayRoutes
{
    private const string Type = "VirtualNetworkGateway";

    /// <summary>The routes of the network's own gateway, or of the one it uses through a peering.</summary>
    public static IEnumerable<Route> Of(VirtualNetwork network, Estate estate) =>
        Learned(network, estate).Concat(Lenders(network, estate).SelectMany(lender => Learned(lender, estate)))
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(prefix => new Route(Type, prefix, Type));

    private static IEnumerable<VirtualNetwork> Lenders(VirtualNetwork network, Estate estate) => network.Peerings
        .Where(p => p is { State: PeeringState.Connected, Flags.UseRemoteGateways: true } && estate.Counterpart(p) is { Flags.AllowGatewayTransit: true })
        .Select(p => estate.Network(p.RemoteId)).OfType<VirtualNetwork>();

    private static IEnumerable<string> Learned(VirtualNetwork network, Estate estate)
    {
        foreach (StoredResource gateway in estate.Gateways.Of(network).Select(estate.Find).OfType<StoredResource>())
        {
            JsonNode? clients = gateway.Properties()?["vpnClientConfiguration"]?["vpnClientAddressPool"];
            IEnumerable<string> behind = estate.Stored.Where(r => r.Type.Same("Microsoft.Network/connections")).SelectMany(c => Behind(c, gateway.Id, estate));
            foreach (string prefix in clients.Texts("addressPrefixes").Concat(behind))
            {
                yield return prefix;
            }
        }
    }

    private static IEnumerable<string> Behind(StoredResource connection, string gatewayId, Estate estate)
    {
        JsonNode? properties = connection.Properties();
        bool up = properties.Text("connectionStatus") is null or "Connected";
        if (!up || !properties.Reference("virtualNetworkGateway1").Same(gatewayId))
        {
            return [];
        }

        return properties.Reference("virtualNetworkGateway2") is string other
            ? estate.Subscriptions.Values.SelectMany(s => s.Networks).Where(n => estate.Gateways.Of(n).Any(g => g.Same(other))).SelectMany(n => n.AddressSpace.Prefixes)
            : estate.Find(properties.Reference("localNetworkGateway2"))?.Properties()?["localNetworkAddressSpace"].Texts("addressPrefixes") ?? [];
    }
}
