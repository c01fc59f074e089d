using System.Globalization;

namespace PeeringTools.Topology;

/// <summary>What a diagram says of a pair.</summary>
internal static class LinkWords
{
    /// <summary>A few characters each, the gravest first; empty where there is nothing to say.</summary>
    public static IReadOnlyList<string> Tags(PeeringTopologyLink link) => [.. new[]
    {
        Verdict(link),
        link.ExpiresOn is DateTime end ? Wording.Fill(DiagramTexts.Ends, Date(end)) : null,
        link.BypassesHub ? DiagramTexts.BypassesHub : null,
        IsAccessOff(link) ? DiagramTexts.AccessOff : null,
        link.IsCrossTenant == true ? DiagramTexts.CrossTenant : null,
        link.IsGlobal == true ? DiagramTexts.Global : null,
    }.OfType<string>()];

    /// <summary>Who lets what through, in short sentences.</summary>
    public static IReadOnlyList<string> Flags(PeeringTopologyLink link) => [.. Side(link, true).Concat(Side(link, false))];

    /// <summary>Everything, a line each.</summary>
    public static IReadOnlyList<string> Describe(PeeringTopologyLink link) =>
    [
        $"{link.LocalVirtualNetworkName} - {link.RemoteVirtualNetworkName}",
        link.SyncLevel is null ? link.Status.ToString() : $"{link.Status}, {link.SyncLevel}",
        .. Flags(link),
        .. new[]
        {
            link.BypassesHub ? DiagramTexts.PassesBy : null,
            link.IsGlobal == true ? DiagramTexts.BetweenRegions : null,
            link.IsCrossTenant == true ? DiagramTexts.BetweenTenants : null,
            link.ManagedBy is null ? null : Wording.Fill(DiagramTexts.Managed, link.ManagedBy),
            link.ExpiresOn is DateTime end ? Wording.Fill(DiagramTexts.EndsOn, end.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)) : null,
        }.OfType<string>(),
    ];

    private static IEnumerable<string> Side(PeeringTopologyLink link, bool isLocal)
    {
        (PeeringDirection own, PeeringDirection other) = isLocal ? (PeeringDirection.Local, PeeringDirection.Remote) : (PeeringDirection.Remote, PeeringDirection.Local);
        (string name, string otherName) = isLocal
            ? (link.LocalVirtualNetworkName, link.RemoteVirtualNetworkName)
            : (link.RemoteVirtualNetworkName, link.LocalVirtualNetworkName);
        if (link.MissingSide == own)
        {
            yield return Wording.Fill(DiagramTexts.SideMissingAt, name);
            yield break;
        }

        (bool uses, bool shares) = (link.UseRemoteGateways.Has(own), link.AllowGatewayTransit.Has(own));
        if (link.Verdict != PeeringHealthVerdict.Unknown && !link.AllowVirtualNetworkAccess.Has(own)) yield return Wording.Fill(DiagramTexts.AccessOffAt, name);
        if (link.AllowForwardedTraffic.Has(own)) yield return Wording.Fill(DiagramTexts.AcceptsForwarded, name, otherName);
        if (uses) yield return Wording.Fill(link.AllowGatewayTransit.Has(other) ? DiagramTexts.UsesGateway : DiagramTexts.UsesUnshared, name, otherName);
        if (shares && !link.UseRemoteGateways.Has(other)) yield return Wording.Fill(DiagramTexts.SharesUnused, name, otherName);
        if (link.RoutesThroughPeer.Has(own)) yield return Wording.Fill(DiagramTexts.RoutesThrough, name, otherName);
    }

    private static string? Verdict(PeeringTopologyLink link) => link.Verdict switch
    {
        PeeringHealthVerdict.Broken when link.Status != PeeringPairStatus.Connected => "✕ " + link.Status,
        PeeringHealthVerdict.Broken => "✕ " + (link.SyncLevel is null or "FullyInSync" ? DiagramTexts.Unhealthy : DiagramTexts.NotInSync),
        PeeringHealthVerdict.Degraded => "! " + DiagramTexts.Degraded,
        PeeringHealthVerdict.Unknown => "? " + (link.Status == PeeringPairStatus.RemoteNotVisible ? DiagramTexts.NotVisible : DiagramTexts.NotKnown),
        _ => null,
    };

    private static bool IsAccessOff(PeeringTopologyLink link) =>
        link.Status == PeeringPairStatus.Connected && link.AllowVirtualNetworkAccess != PeeringDirection.Both;

    private static string Date(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
