using System.Text.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>A private endpoint's addresses are routes of their own, in its network and in those peered with it.</summary>
internal static class PrivateEndpoints
{
    private const string Type = "Microsoft.Network/privateEndpoints";

    public static IEnumerable<Route> Routes(VirtualNetwork network, IReadOnlyList<Route> user, Estate estate)
    {
        VirtualNetwork[] near = [network, .. PeeringRoutes.Peers(network, estate)];
        foreach (StoredResource endpoint in estate.Stored.Where(r => r.Type.Same(Type)))
        {
            if (SubnetOf(endpoint, estate) is not Subnet subnet || !near.Contains(subnet.Parent))
            {
                continue;
            }

            foreach (string address in Addresses(endpoint, estate))
            {
                Route route = new("Default", address + (address.Contains(':') ? "/128" : "/32"), "InterfaceEndpoint") { Into = subnet.Parent };
                route.Invalid = GivesWay(subnet) && user.Any(u => route.Within(u) && InsideOf(subnet.Parent, u));
                yield return route;
            }
        }
    }

    public static Subnet? SubnetOf(StoredResource endpoint, Estate estate) => estate.SubnetOf(endpoint.Properties().Reference("subnet"));

    /// <summary>From its interfaces where they are stored, and from what it says itself.</summary>
    public static IEnumerable<string> Addresses(StoredResource endpoint, Estate estate) =>
        endpoint.Properties().References("networkInterfaces").Select(id => Interface.Of(estate.Find(id), estate)).OfType<Interface>().SelectMany(n => n.Addresses).Select(a => a.Text)
            .Concat(endpoint.Properties().Items("ipConfigurations").Select(c => c["properties"].Text("privateIPAddress")).OfType<string>())
            .Concat(endpoint.Properties().Items("customDnsConfigs").SelectMany(c => c.Texts("ipAddresses")))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool GivesWay(Subnet subnet) =>
        subnet.Others.Any(o => o.Key.Same("privateEndpointNetworkPolicies") && o.Value is { ValueKind: JsonValueKind.String } v && v.GetString() is "Enabled" or "RouteTableEnabled");

    /// <summary>A user's route counts only when it is at least as specific as the endpoint's network.</summary>
    private static bool InsideOf(VirtualNetwork network, Route user) => user.Range is Cidr range && network.AddressSpace.Parsed.Any(p => p.Contains(range));
}
