using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>
/// What still lets traffic through between two networks that keep each other out by allowVirtualNetworkAccess alone: a switch in the tag
/// VirtualNetwork, which rules that name addresses do not ask.
/// </summary>
internal static class StillOpen
{
    /// <summary>The rules at both ends, in lines of evidence; one line that says so where they could not be read.</summary>
    public static IEnumerable<string> Lines(PairCase pair) =>
        Lines(pair.Estate, pair.Local, pair.Remote).Concat(Lines(pair.Estate, pair.Remote, pair.Local));

    /// <summary>The rules at one end.</summary>
    public static IEnumerable<string> Lines(EstateIndex estate, CaseSide side, CaseSide other)
    {
        if (side.Network is null || ReadCheck.WhyUnread(estate.Estate, side, SurroundingKinds.NetworkSecurityGroups) is not null)
            return [Evidence.Line($"{side.Name} security rules", HealthTexts.NotReadValue)];
        // Of a network that cannot be read, the side still knows the prefixes.
        AddressPrefix[] peer = [.. Prefixes.Read(other.Space.Count > 0 ? other.Space : side.Side.RemoteVirtualNetworkAddressSpace)];
        return Evidence.List($"{side.Name} still lets through", [.. estate.SecurityRules.StillOpen(side.Network, peer).Select(rule => rule.ToString())]);
    }
}
