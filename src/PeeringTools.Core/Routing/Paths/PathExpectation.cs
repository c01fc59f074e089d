namespace PeeringTools.Routing;

/// <summary>Holds a path against what somebody expected of it.</summary>
internal static class PathExpectation
{
    /// <summary>Fills in whether it is as expected and, where it is not, what was. What Azure contradicts never is.</summary>
    /// <param name="path">The path, with Azure's answers where they were asked for.</param>
    /// <param name="verdict">The verdict wanted; null for any.</param>
    /// <param name="nextHop">An address or a next hop type that some hop on the way there must have; null for any.</param>
    public static void Judge(PeeringPath path, PeeringPathVerdict? verdict, string? nextHop)
    {
        if (verdict is null && nextHop is null) return;
        PeeringHop[] there = [.. path.Hops.Where(hop => hop.Direction == PathTrace.Forward && hop.NextHopType is not null)];
        List<string> unmet = [];
        if (verdict is not null && verdict != path.Verdict) unmet.Add(Wording.Fill(RoutingTexts.UnmetVerdict, verdict));
        if (nextHop is not null && !there.Any(hop => NextHops.IsNamed(nextHop, hop.NextHopType, hop.NextHopIpAddress)))
        {
            string found = string.Join(", ", there.Select(hop => hop.NextHopIpAddress ?? hop.NextHopType));
            unmet.Add(Wording.Fill(RoutingTexts.UnmetNextHop, nextHop, found.Length == 0 ? NextHops.None : found));
        }

        if (path.LiveAgrees == false) unmet.Add(RoutingTexts.UnmetLive);
        path.Pass = unmet.Count == 0;
        path.Unmet = string.Join(" ", unmet);
    }
}
