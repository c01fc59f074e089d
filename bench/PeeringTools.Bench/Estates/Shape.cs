using System.Globalization;

namespace PeeringTools.Bench.Estates;

/// <summary>
/// A tenant of hubs and spokes. The hubs lie in the first subscription and are chained in a ring; every other network is a
/// spoke of one of them or of several in a row, so nearly every pair crosses subscriptions and waits for its other half.
/// </summary>
/// <param name="Subscriptions">How many subscriptions; networks are spread over them evenly.</param>
/// <param name="Networks">How many networks, hubs among them.</param>
/// <param name="Hubs">How many of them are hubs: one alone, or three and more in a ring.</param>
/// <param name="IpConfigurations">How many network interfaces a network has: what makes bodies large. 350 make 60 KB.</param>
/// <param name="HubsPerSpoke">How many hubs a spoke is peered with.</param>
internal sealed record Shape(int Subscriptions, int Networks, int Hubs, int IpConfigurations, int HubsPerSpoke = 1)
{
    /// <summary>A spoke's own, and one between each hub and the next.</summary>
    public int Pairs => ((Networks - Hubs) * HubsPerSpoke) + (Hubs > 1 ? Hubs : 0);

    public int Sides => 2 * Pairs;

    public static string SubscriptionId(int subscription) => string.Create(CultureInfo.InvariantCulture, $"{subscription + 1:x8}-0000-4000-8000-000000000000");

    /// <summary>Hubs come first, and all in the first subscription.</summary>
    public int SubscriptionOf(int network) => network < Hubs ? 0 : (int)((long)network * Subscriptions / Networks);

    /// <summary>A spoke's hub, or the first of several.</summary>
    public int HubOf(int network) => network % Hubs;

    /// <summary>The networks a network is peered with.</summary>
    public IEnumerable<int> PeersOf(int network)
    {
        if (network >= Hubs) return Enumerable.Range(0, HubsPerSpoke).Select(turn => (this.HubOf(network) + turn) % Hubs);
        int[] neighbours = Hubs > 1 ? [(network + 1) % Hubs, (network + Hubs - 1) % Hubs] : [];
        return neighbours.Concat(Enumerable.Range(0, HubsPerSpoke).SelectMany(turn => this.SpokesFrom((network - turn + Hubs) % Hubs)));
    }

    public string NameOf(int network) => string.Create(CultureInfo.InvariantCulture, $"vnet-{(network < Hubs ? "hub" : "spoke")}-{network:D5}");

    public string GroupOf(int network) =>
        string.Create(CultureInfo.InvariantCulture, $"/subscriptions/{SubscriptionId(this.SubscriptionOf(network))}/resourceGroups/rg-network-{network % 7}");

    public string IdOf(int network) => $"{this.GroupOf(network)}/providers/Microsoft.Network/virtualNetworks/{this.NameOf(network)}";

    /// <summary>The spokes whose first hub it is.</summary>
    private IEnumerable<int> SpokesFrom(int hub)
    {
        for (int spoke = Hubs + hub; spoke < Networks; spoke += Hubs) yield return spoke;
    }

    /// <summary>256 addresses of 10.0.0.0/8 for each: none overlap.</summary>
    public static string PrefixOf(int network) => string.Create(CultureInfo.InvariantCulture, $"10.{network / 256}.{network % 256}.0/24");
}
