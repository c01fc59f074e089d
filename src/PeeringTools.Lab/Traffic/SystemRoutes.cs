using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>What every network has without being asked: itself, the internet, and nothing for the private ranges of others.</summary>
internal static class SystemRoutes
{
    private static readonly string[] Nowhere = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];

    public static IEnumerable<Route> Local(VirtualNetwork network) =>
        network.AddressSpace.Prefixes.Select(p => new Route("Default", p, "VnetLocal") { Into = network });

    public static IEnumerable<Route> Beyond(VirtualNetwork network)
    {
        yield return new Route("Default", "0.0.0.0/0", "Internet");
        foreach (string range in Nowhere.Where(r => !Covered(network, r)))
        {
            yield return new Route("Default", range, "None");
        }

        if (network.AddressSpace.Parsed.Any(p => p.IsV6))
        {
            yield return new Route("Default", "::/0", "Internet");
        }
    }

    private static bool Covered(VirtualNetwork network, string range) =>
        Cidr.TryParse(range, out Cidr cidr) && network.AddressSpace.Parsed.Any(p => p.Contains(cidr));
}
