using System.Net;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>What must hold for a network's own address plan.</summary>
internal static class NetworkRules
{
    public static void Check(Estate estate, VirtualNetwork network, NetworkBody body)
    {
        if (body.Location is not null && !string.Equals(body.Location, network.Location, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.FrontEnd(409, "InvalidResourceLocation",
                $"The resource '{network.Name}' already exists in location '{network.Location}' in resource group '{network.Group.Name}'. A resource with the same name cannot be created in location '{body.Location}'. Please select a new resource name.").Thrown();
        }

        if (body.AddressSpace.Prefixes.Length == 0 && !body.Others.Exists(o => o.Key == "ipamPoolPrefixAllocations"))
        {
            throw NetworkErrors.Bad("AddressSpaceRequired", $"Virtual network {network.Id} has no address prefixes.");
        }

        Array.ForEach(body.AddressSpace.Prefixes, p => Prefix(p, network.Id));
        foreach (string server in (body.DhcpOptions?.Member("dnsServers")).Texts())
        {
            if (!IPAddress.TryParse(server, out _))
            {
                throw NetworkErrors.Bad("NetcfgInvalidDnsServer", $"DNS server IP address '{server}' of virtual network {network.Id} is not valid.");
            }
        }

        SubnetRules.Check(network, body.AddressSpace, body.Subnets);
        OverlapRules.CheckGrowth(estate, network, body.AddressSpace);
    }

    public static void Prefix(string prefix, string id)
    {
        if (!Cidr.TryParse(prefix, out Cidr cidr))
        {
            throw NetworkErrors.Bad("InvalidAddressPrefixFormat", $"Address prefix {prefix} of resource {id} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.");
        }

        if (!cidr.IsAligned)
        {
            throw NetworkErrors.Bad("InvalidCIDRNotation", $"The address prefix {prefix} of resource {id} has an invalid CIDR notation: the address is not the first of its prefix.");
        }
    }

    /// <summary>Peerings do not keep a network; what stands in its subnets does.</summary>
    public static void CheckDelete(VirtualNetwork network)
    {
        if (network.Subnets.Find(s => s.IpConfigurations.Count > 0) is Subnet used)
        {
            throw SubnetRules.InUse(used);
        }
    }
}
