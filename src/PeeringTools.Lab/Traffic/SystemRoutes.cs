using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>What every network has without being asked: itself, the internet, and nothing for the private ranges of others.</summary>
internal static class SystemRoutes
{
    public const string Everything = "0.0.0.0/0";

    private static readonly string[] Nowhere = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];

    public static IEnumerable<Route> Local(VirtualNetwork network) =>
        network.AddressSpace.Prefixes.Select(p => new Route("Default", p, "VnetLocal") { Into = network });

    /// <summary>Where somebody sends everything elsewhere, the private ranges of others go there too: their routes are not listed then.</summary>
    public static IEnumerable<Route> Beyond(VirtualNetwork network, bool defaultIsOverridden)
    {
        yield return new Route("Default", Everything, "Internet");
        foreach (string range in Nowhere.Where(r => !defaultIsOverridden && !Covered(network, r)))
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
