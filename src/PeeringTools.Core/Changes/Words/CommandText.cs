using System.Globalization;
using System.Text;

namespace PeeringTools.Changes;

/// <summary>Commands a person can copy: what finishes a change, what undoes it, what the other operator runs.</summary>
internal static class CommandText
{
    /// <summary>The command that brings the pair to what was asked: every command here may be run twice.</summary>
    public static string Finish(ChangePlan plan) => Of(plan.Request);

    /// <summary>The command that makes what was asked of what is left of a pair.</summary>
    public static string Repair(ChangePlan plan) => Of(plan.Request, nameof(ChangeKind.Repair));

    /// <summary>The command that takes the change back as a whole.</summary>
    public static string Undo(ChangePlan plan)
    {
        PeeringRequest request = plan.Request;
        PeeringRequest couple = new() { Kind = request.Kind, LocalId = request.LocalId, RemoteId = request.RemoteId, Scope = request.Scope };
        return request.Kind switch
        {
            ChangeKind.New or ChangeKind.Repair when plan.Creates(Half.Local) && plan.Creates(Half.Remote) => Of(couple, nameof(ChangeKind.Remove)),
            // A side that was there before stays.
            ChangeKind.New or ChangeKind.Repair when plan.Creates(Half.Local) =>
                Of(couple with { Scope = SideScope.Local }, nameof(ChangeKind.Remove)),
            ChangeKind.New or ChangeKind.Repair when plan.Creates(Half.Remote) =>
                Of(couple with { LocalId = request.RemoteId, RemoteId = request.LocalId, Scope = SideScope.Local }, nameof(ChangeKind.Remove)),
            ChangeKind.New or ChangeKind.Set or ChangeKind.Repair => Of(couple with { Flags = Prior(plan) }, nameof(ChangeKind.Set)),
            ChangeKind.Remove => Of(
                couple with { Flags = Prior(plan), LocalName = plan.Facts.Side(Half.Local)?.Name, RemoteName = plan.Facts.Side(Half.Remote)?.Name },
                nameof(ChangeKind.Repair)),
            _ => Of(couple, nameof(ChangeKind.Sync)),
        };
    }

    /// <summary>The mirrored command for the operator of the other half.</summary>
    public static string ForOtherOperator(PeeringRequest request) => Of(
        request with
        {
            LocalId = request.RemoteId,
            RemoteId = request.LocalId,
            LocalName = request.RemoteName,
            RemoteName = null,
            Flags = request.Flags.Mirrored(),
            Record = new RecordWish(),
            Scope = SideScope.Local,
        },
        request.Kind.ToString());

    /// <summary>The command of a request.</summary>
    public static string Of(PeeringRequest request) => Of(request, request.Kind.ToString());

    private static string Of(PeeringRequest request, string verb)
    {
        StringBuilder text = new(verb);
        _ = text.Append("-PeeringPair");
        Add(text, "VirtualNetworkId", request.LocalId.Text);
        Add(text, "RemoteVirtualNetworkId", request.RemoteId.Text);
        if (verb is nameof(ChangeKind.New) or nameof(ChangeKind.Repair))
        {
            Add(text, "LocalName", request.LocalName);
            Add(text, "RemoteName", request.RemoteName);
        }

        if (verb is nameof(ChangeKind.New) or nameof(ChangeKind.Set) or nameof(ChangeKind.Repair)) AddFlags(text, request);
        if (request.IncludeManaged && verb == nameof(ChangeKind.Remove)) _ = text.Append(" -IncludeManaged");
        if (request.Scope == SideScope.Local) _ = text.Append(" -Side Local");
        return text.ToString();
    }

    private static void AddFlags(StringBuilder text, PeeringRequest request)
    {
        PairFlags flags = request.Flags;
        Add(text, nameof(flags.AllowVirtualNetworkAccess), flags.AllowVirtualNetworkAccess?.ToString());
        Add(text, nameof(flags.AllowForwardedTraffic), flags.AllowForwardedTraffic?.ToString());
        Add(text, nameof(flags.AllowGatewayTransit), flags.AllowGatewayTransit?.ToString());
        Add(text, nameof(flags.UseRemoteGateways), flags.UseRemoteGateways?.ToString());
        Add(text, nameof(flags.DoNotVerifyRemoteGateways), flags.DoNotVerifyRemoteGateways?.ToString());
        Add(text, "LocalSubnetName", flags.LocalSubnetNames);
        Add(text, "RemoteSubnetName", flags.RemoteSubnetNames);
        if (flags.EnableOnlyIPv6Peering == true) _ = text.Append(" -EnableOnlyIPv6Peering");
        if (request.Parking != Parking.None) _ = text.Append(request.Parking == Parking.Park ? " -Disabled" : " -Enabled");
        Add(text, "ExpiresOn", request.Record.ExpiresOn?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (request.Record.NoExpiration) _ = text.Append(" -NoExpiration");
        Add(text, nameof(request.Record.Owner), request.Record.Owner);
        Add(text, nameof(request.Record.Ticket), request.Record.Ticket);
    }

    /// <summary>The pair's flags as they were found. A side that did not exist, or is not ours to read, counts as off.</summary>
    private static PairFlags Prior(ChangePlan plan)
    {
        PeeringSide? local = plan.Facts.Side(Half.Local);
        PeeringSide? remote = plan.Facts.Side(Half.Remote);
        return new PairFlags
        {
            AllowVirtualNetworkAccess = Direction(local?.AllowVirtualNetworkAccess, remote?.AllowVirtualNetworkAccess),
            AllowForwardedTraffic = Direction(local?.AllowForwardedTraffic, remote?.AllowForwardedTraffic),
            AllowGatewayTransit = Direction(local?.AllowGatewayTransit, remote?.AllowGatewayTransit),
            UseRemoteGateways = Direction(local?.UseRemoteGateways, remote?.UseRemoteGateways),
            LocalSubnetNames = local is { PeerCompleteVnets: false } ? local.LocalSubnetNames : null,
            RemoteSubnetNames = local is { PeerCompleteVnets: false } ? local.RemoteSubnetNames : null,
            EnableOnlyIPv6Peering = local is { EnableOnlyIPv6Peering: true } ? true : null,
        };
    }

    private static PeeringDirection Direction(bool? local, bool? remote) => (local == true, remote == true) switch
    {
        (true, true) => PeeringDirection.Both,
        (true, false) => PeeringDirection.Local,
        (false, true) => PeeringDirection.Remote,
        _ => PeeringDirection.None,
    };

    private static void Add(StringBuilder text, string parameter, params string?[]? values)
    {
        string[] given = [.. (values ?? []).Where(value => !string.IsNullOrEmpty(value)).Select(Quote!)];
        if (given.Length > 0) _ = text.Append(" -").Append(parameter).Append(' ').Append(string.Join(", ", given));
    }

    /// <summary>Plain words stay bare; anything else is quoted, with PowerShell's doubled apostrophe.</summary>
    public static string Quote(string value) =>
        value.All(char.IsLetterOrDigit) ? value : "'" + value.Replace("'", "''") + "'";
}
