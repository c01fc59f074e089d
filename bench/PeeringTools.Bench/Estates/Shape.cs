using System.Globalization;

namespace PeeringTools.Bench.Estates;

/// <summary>
/// A tenant of hubs and spokes. The hubs lie in the first subscription and are chained in a ring; every other network is a
/// spoke of one of them, so nearly every pair crosses subscriptions and waits for its other half.
/// </summary>
/// <param name="Subscriptions">How many subscriptions; networks are spread over them evenly.</param>
/// <param name="Networks">How many networks, hubs among them.</param>
/// <param name="Hubs">How many of them are hubs: one alone, or three and more in a ring.</param>
/// <param name="IpConfigurations">How many network interfaces a network has: what makes bodies large. 350 make 60 KB.</param>
internal sealed record Shape(int Subscriptions, int Networks, int Hubs, int IpConfigurations)
{
    /// <summary>A spoke's one, and one between each hub and the next.</summary>
    public int Pairs => Hubs > 1 ? Networks : Networks - 1;

    public int Sides => 2 * Pairs;

    public static string SubscriptionId(int subscription) => string.Create(CultureInfo.InvariantCulture, $"{subscription + 1:x8}-0000-4000-8000-000000000000");

    /// <summary>Hubs come first, and all in the first subscription.</summary>
    public int SubscriptionOf(int network) => network < Hubs ? 0 : (int)((long)network * Subscriptions / Networks);

    public int HubOf(int network) => network % Hubs;

    /// <summary>The networks a network is peered with.</summary>
    public IEnumerable<int> PeersOf(int network)
    {
        if (network >= Hubs) return [this.HubOf(network)];
        int[] neighbours = Hubs > 1 ? [(network + 1) % Hubs, (network + Hubs - 1) % Hubs] : [];
        int firstSpoke = Hubs + network;
        return neighbours.Concat(Enumerable.Range(0, Math.Max(0, (Networks - firstSpoke + Hubs - 1) / Hubs)).Select(spoke => firstSpoke + (spoke * Hubs)));
    }

    public string NameOf(int network) => string.Create(CultureInfo.InvariantCulture, $"vnet-{(network < Hubs ? "hub" : "spoke")}-{network:D5}");

    public string GroupOf(int network) =>
        string.Create(CultureInfo.InvariantCulture, $"/subscriptions/{SubscriptionId(this.SubscriptionOf(network))}/resourceGroups/rg-network-{network % 7}");

    public string IdOf(int network) => $"{this.GroupOf(network)}/providers/Microsoft.Network/virtualNetworks/{this.NameOf(network)}";

    /// <summary>256 addresses of 10.0.0.0/8 for each: none overlap.</summary>
    public static string PrefixOf(int network) => string.Create(CultureInfo.InvariantCulture, $"10.{network / 256}.{network % 256}.0/24");
}
