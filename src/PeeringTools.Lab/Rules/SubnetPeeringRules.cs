using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>A peering of single subnets names them; a peering of whole networks does not.</summary>
internal static class SubnetPeeringRules
{
    public static void Check(VirtualNetwork parent, VirtualNetwork remote, string id, PeeringFlags flags)
    {
        if (flags.PeerCompleteVnets)
        {
            return;
        }

        Existing(parent, flags.LocalSubnetNames, "localSubnetNames", id);
        Existing(remote, flags.RemoteSubnetNames, "remoteSubnetNames", id);
    }

    private static void Existing(VirtualNetwork network, string[]? names, string member, string id)
    {
        if (names is null || names.Length == 0)
        {
            throw NetworkErrors.Bad("SubnetNamesRequiredForSubnetPeering", $"Peering {id} has peerCompleteVnets set to false; {member} must name at least one subnet.");
        }

        if (Array.Find(names, n => network.FindSubnet(n) is null) is string missing)
        {
            throw NetworkErrors.Bad("InvalidResourceReference",
                $"Resource {network.Id}/subnets/{missing} referenced by resource {id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.");
        }
    }
}
