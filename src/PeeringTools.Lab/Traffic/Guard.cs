using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>What security groups say to a packet at one interface.</summary>
internal static class Guard
{
    /// <summary>
    /// The issue that stops the packet, or null. Across a peering with access switched off only rules that somebody wrote let
    /// it through; the default rules, and an interface without a group, do not.
    /// </summary>
    public static Issue? Stops(Interface nic, Packet packet, string direction, bool closed, Estate estate)
    {
        SecurityGroup[] groups = [.. SecurityGroup.At(nic, estate)];
        string origin = direction == "Inbound" ? "Inbound" : "Outbound";
        foreach (SecurityGroup group in groups)
        {
            SecurityRule rule = group.Decide(packet, direction);
            if (!rule.Allows || (closed && rule.IsDefault))
            {
                return new Issue(origin, "NetworkSecurityRule", "RuleName", rule.Name);
            }
        }

        return closed && groups.Length == 0 ? new Issue(origin, "Platform") : null;
    }
}
