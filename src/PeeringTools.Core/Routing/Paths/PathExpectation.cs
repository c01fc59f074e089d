namespace PeeringTools.Routing;

/// <summary>Whether a path is as somebody expected it.</summary>
internal static class PathExpectation
{
    /// <param name="path">The path, with Azure's answers where they were asked for.</param>
    /// <param name="verdict">The verdict wanted; null for any.</param>
    /// <param name="nextHop">An address or a next hop type that some hop on the way there must have; null for any.</param>
    /// <returns>Null where nothing was expected. What Azure contradicts is never as expected.</returns>
    public static bool? Of(PeeringPath path, PeeringPathVerdict? verdict, string? nextHop)
    {
        if (verdict is null && nextHop is null) return null;
        return path.LiveAgrees != false
            && (verdict is null || verdict == path.Verdict)
            && (nextHop is null || path.Hops.Any(hop => hop.Direction == PathTrace.Forward && NextHops.IsNamed(nextHop, hop.NextHopType, hop.NextHopIpAddress)));
    }
}
