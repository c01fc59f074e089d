using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Subnets lie inside their network, apart from each other, and do not go while something stands in them.</summary>
internal static class SubnetRules
{
    /// <summary>The longest prefix: five of its eight addresses are the platform's.</summary>
    private const int Smallest = 29;

    public static void Check(VirtualNetwork network, AddressSpace space, List<SubnetBody> wanted)
    {
        foreach (Subnet gone in network.Subnets.Where(s => !wanted.Exists(w => Is(w.Name, s.Name))))
        {
            CheckDelete(gone);
        }

        for (int i = 0; i < wanted.Count; i++)
        {
            SubnetBody subnet = wanted[i];
            if (wanted.FindIndex(w => Is(w.Name, subnet.Name)) < i)
            {
                throw NetworkErrors.Bad("DuplicateResourceName", $"Resource {network.Id}/subnets/ has two child resources with the same name ({subnet.Name}).");
            }

            Array.ForEach(subnet.Prefixes.Prefixes, p => NetworkRules.Prefix(p, subnet.Id));
            bool isGiven = subnet.Prefixes.Prefixes.Length > 0 || subnet.Others.Exists(o => o.Key == "ipamPoolPrefixAllocations");
            if (!isGiven || subnet.Prefixes.Parsed.Any(p => !p.IsV6 && p.Length > Smallest))
            {
                throw NetworkErrors.Bad("NetcfgInvalidSubnet", $"Subnet '{subnet.Name}' is not valid in virtual network '{network.Name}'.");
            }

            if (network.FindSubnet(subnet.Name) is Subnet { IpConfigurations.Count: > 0 } used && !used.Prefixes.SameAs(subnet.Prefixes))
            {
                throw NetworkErrors.Bad("InUsePrefixCannotBeDeleted", $"IpPrefix {string.Join(", ", used.Prefixes.Prefixes)} on Subnet {used.Name} has active allocations and cannot be deleted.");
            }

            if (!subnet.Prefixes.Parsed.All(p => space.Parsed.Any(s => s.Contains(p))))
            {
                throw NetworkErrors.Bad("NetcfgSubnetRangeOutsideVnet", $"Subnet '{subnet.Name}' is not valid because its IP address range is outside the IP address range of virtual network '{network.Name}'.");
            }

            for (int j = 0; j < i; j++)
            {
                if (wanted[j].Prefixes.Overlaps(subnet.Prefixes))
                {
                    throw NetworkErrors.Bad("NetcfgSubnetRangesOverlap", $"Subnet '{subnet.Name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '{network.Name}'.");
                }
            }
        }
    }

    public static void CheckDelete(Subnet subnet)
    {
        if (subnet.IpConfigurations.Count > 0)
        {
            throw InUse(subnet);
        }
    }

    public static ArmException InUse(Subnet subnet) =>
        NetworkErrors.Bad("InUseSubnetCannotBeDeleted", $"Subnet {subnet.Name} is in use by {subnet.IpConfigurations[0]} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.");

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
