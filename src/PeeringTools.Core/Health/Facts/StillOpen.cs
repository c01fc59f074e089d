using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>
/// What still lets traffic through between two networks that keep each other out by allowVirtualNetworkAccess alone: a switch in the tag
/// VirtualNetwork, which rules that name addresses do not ask.
/// </summary>
internal static class StillOpen
{
    /// <summary>The rules at both ends, in lines of evidence; one line that says so where they could not be read.</summary>
    public static IReadOnlyList<string> Lines(PairCase pair)
    {
        List<string> lines = [];
        foreach (CaseSide side in pair.Sides)
        {
            if (side.Network is null || ReadCheck.WhyUnread(pair.Estate.Estate, side, SurroundingKinds.NetworkSecurityGroups) is not null)
            {
                lines.Add(Evidence.Line($"{side.Name} security rules", HealthTexts.NotReadValue));
                continue;
            }

            AddressPrefix[] peer = [.. Prefixes.Read(pair.Other(side).Space)];
            lines.AddRange(Evidence.List(
                $"{side.Name} still lets through", [.. pair.Estate.SecurityRules.StillOpen(side.Network, peer).Select(rule => rule.ToString())]));
        }

        return lines;
    }
}
