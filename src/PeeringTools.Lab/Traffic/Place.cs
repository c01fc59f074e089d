using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Who answers at a private address.</summary>
/// <param name="Subnet">Where it stands.</param>
/// <param name="Text">The address.</param>
/// <param name="ResourceId">What a hop names as its resource.</param>
/// <param name="Nic">The interface; null for a firewall, a load balancer or a private endpoint.</param>
/// <param name="Forwards">Whether it passes on what is not for itself.</param>
internal sealed record Place(Subnet Subnet, string Text, string ResourceId, Interface? Nic, bool Forwards)
{
    /// <summary>The owner of an address within one network.</summary>
    public static Place? At(VirtualNetwork network, Cidr address, Estate estate)
    {
        foreach (StoredResource resource in estate.Stored)
        {
            Place? found = Interface.Is(resource) ? OfInterface(resource, estate, address) : OfService(resource, estate, address);
            if (found?.Subnet.Parent == network)
            {
                return found;
            }
        }

        return null;
    }

    private static Place? OfInterface(StoredResource resource, Estate estate, Cidr address) =>
        Interface.Of(resource, estate) is Interface nic && nic.Addresses.FirstOrDefault(a => a.Address.Contains(address)) is InterfaceAddress own
            ? new Place(nic.Subnet, own.Text, own.ConfigurationId, nic, nic.Forwards)
            : null;

    private static Place? OfService(StoredResource resource, Estate estate, Cidr address)
    {
        bool endpoint = resource.Type.Same("Microsoft.Network/privateEndpoints");
        IEnumerable<(Subnet? Subnet, string? Text)> owned = resource.Type.ToUpperInvariant() switch
        {
            "MICROSOFT.NETWORK/AZUREFIREWALLS" => Frontends(resource, "ipConfigurations", estate),
            "MICROSOFT.NETWORK/LOADBALANCERS" => Frontends(resource, "frontendIPConfigurations", estate),
            _ when endpoint => PrivateEndpoints.Addresses(resource, estate).Select(text => (PrivateEndpoints.SubnetOf(resource, estate), (string?)text)),
            _ => [],
        };
        return owned.Where(o => o.Subnet is not null && Cidr.TryParseAddress(o.Text, out Cidr own) && own.Contains(address))
            .Select(o => new Place(o.Subnet!, o.Text!, resource.Id, null, !endpoint)).FirstOrDefault();
    }

    private static IEnumerable<(Subnet? Subnet, string? Text)> Frontends(StoredResource resource, string member, Estate estate) =>
        resource.Properties().Items(member).Select(c => c["properties"]).OfType<JsonNode>().Select(p => (estate.SubnetOf(p.Reference("subnet")), p.Text("privateIPAddress")));
}
