using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What a change means for names: peering shares none of them.</summary>
internal sealed class DnsImpact(RoutingModel before, RoutingModel after)
{
    public IEnumerable<string> Of(IEnumerable<ResourceId> touched)
    {
        foreach (ResourceId id in touched.Where(after.Estate.Networks.ContainsKey))
        {
            VirtualNetwork network = after.Estate.Networks[id];
            foreach (string server in network.DnsServers)
            {
                if (this.ServerChange(network, server) is string change) yield return change;
            }

            foreach (Link link in after.Links.Of(id).Where(link => before.Links.Between(id, link.RemoteId) is null && link.Remote is not null))
            {
                foreach (string zone in this.OneSided(network, link.Remote!)) yield return zone;
            }
        }
    }

    private string? ServerChange(VirtualNetwork network, string server)
    {
        if (!AddressPrefix.TryParse(server, out AddressPrefix address)) return null;
        (bool was, bool will) = (before.HomeOf(address, network.Id) is not null, after.HomeOf(address, network.Id) is not null);
        return was == will ? null : Wording.Fill(will ? RoutingTexts.DnsServerGained : RoutingTexts.DnsServerLost, server, network.Id.Name);
    }

    /// <summary>Zones that the peer resolves and this network, which asks Azure's own server, does not.</summary>
    private IEnumerable<string> OneSided(VirtualNetwork network, VirtualNetwork peer) => network.DnsServers.Count > 0 ? [] : after.Estate.PrivateDnsZones
        .Where(zone => IsLinked(zone, peer.Id) && !IsLinked(zone, network.Id))
        .Select(zone => Wording.Fill(RoutingTexts.DnsOneSided, zone.Name, peer.Id.Name, network.Id.Name));

    private static bool IsLinked(PrivateDnsZone zone, ResourceId network) => zone.LinkedVirtualNetworkIds.Contains(network.Text, StringComparer.OrdinalIgnoreCase);
}
