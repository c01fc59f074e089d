using System.Text.Json.Nodes;

namespace PeeringTools.Lab.State;

/// <summary>Which networks have a gateway: from the gateway resources, and from what occupies a GatewaySubnet.</summary>
internal sealed class GatewayIndex
{
    private readonly Dictionary<string, HashSet<string>> _byNetwork = new(StringComparer.OrdinalIgnoreCase);

    public static bool Concerns(string type) =>
        type.StartsWith("Microsoft.Network/virtualNetworkGateways", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("Microsoft.Network/virtualHubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty GatewaySubnet is no gateway; one that is being provisioned is none yet.</summary>
    public IEnumerable<string> Of(VirtualNetwork network)
    {
        IEnumerable<string> bySubnet = network.Subnets
            .Where(s => string.Equals(s.Name, "GatewaySubnet", StringComparison.OrdinalIgnoreCase))
            .SelectMany(s => s.IpConfigurations)
            .Select(Gateway).OfType<string>();
        return _byNetwork.TryGetValue(network.Id, out HashSet<string>? known)
            ? known.Concat(bySubnet).Distinct(StringComparer.OrdinalIgnoreCase)
            : bySubnet.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The gateway an ip configuration belongs to; null when it belongs to something else.</summary>
    private static string? Gateway(string configuration)
    {
        string[] parts = configuration.Split('/');
        return parts.Length > 8 && string.Equals(parts[7], "virtualNetworkGateways", StringComparison.OrdinalIgnoreCase) ? string.Join("/", parts.Take(9)) : null;
    }

    public void Put(StoredResource resource)
    {
        Remove(resource.Id);
        JsonNode? properties = resource.Body["properties"];
        string? provisioning = (string?)properties?["provisioningState"];
        if (provisioning is not null && !string.Equals(provisioning, "Succeeded", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach ((string subnet, _, _) in Occupancy.Of(resource))
        {
            string network = subnet.Substring(0, subnet.IndexOf(Occupancy.Subnets, StringComparison.OrdinalIgnoreCase));
            if (!_byNetwork.TryGetValue(network, out HashSet<string>? known))
            {
                _byNetwork[network] = known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            }

            known.Add(resource.Id);
        }
    }

    public void Remove(string id)
    {
        foreach (HashSet<string> known in _byNetwork.Values)
        {
            known.Remove(id);
        }
    }
}
