using PeeringTools.Changes;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Commands that mend what a rule found, or show more of it. All may be copied as they stand.</summary>
internal static class Remedy
{
    /// <summary>Takes over, at this side, the prefixes the peer has now.</summary>
    public static string? Sync(CaseSide side, CaseSide other) => Of(ChangeKind.Sync, side, other);

    /// <summary>
    /// Makes the lost half again. Nothing tells how it was set: it lets traffic in where the half that is left does, and opens
    /// nothing else, with every flag in the command to be looked at.
    /// </summary>
    public static string? Repair(CaseSide left, CaseSide lost) => Of(ChangeKind.Repair, left, lost, request => request with
    {
        Flags = new PairFlags
        {
            AllowVirtualNetworkAccess = left.Side.AllowVirtualNetworkAccess ? PeeringDirection.Both : PeeringDirection.None,
            AllowForwardedTraffic = left.Side.AllowForwardedTraffic ? PeeringDirection.Local : PeeringDirection.None,
            AllowGatewayTransit = left.Side.AllowGatewayTransit ? PeeringDirection.Local
                : left.Side.UseRemoteGateways ? PeeringDirection.Remote
                : PeeringDirection.None,
            UseRemoteGateways = left.Side.UseRemoteGateways ? PeeringDirection.Local : PeeringDirection.None,
        },
    });

    public static string? Remove(CaseSide side, CaseSide other) => Of(ChangeKind.Remove, side, other);

    /// <summary>Sets flags; their Local is the pair's first side.</summary>
    public static string? Set(PairCase pair, PairFlags flags) => Of(ChangeKind.Set, pair.Local, pair.Remote, request => request with { Flags = flags });

    /// <summary>Brings a parked pair back.</summary>
    public static string? Enable(PairCase pair) => Of(ChangeKind.Set, pair.Local, pair.Remote, request => request with { Parking = Parking.Restore });

    /// <summary>Lets the pair live on until then.</summary>
    public static string? Extend(PairCase pair, DateTimeOffset until) => Record(pair, new RecordWish { ExpiresOn = until });

    /// <summary>Writes a lost record again; an end that is past by now is left out, because it would be refused.</summary>
    public static string? Restore(PairCase pair, PeeringPair earlier) => Record(pair, new RecordWish
    {
        ExpiresOn = earlier.ExpiresOn is DateTime end && end > pair.Now ? end : null,
        Owner = earlier.Owner,
        Ticket = earlier.Ticket,
    });

    /// <summary>Shows the pairs of a network as they are now.</summary>
    public static string Look(CaseSide side) => "Get-PeeringPair -VirtualNetworkId " + CommandText.Quote(side.Side.VirtualNetworkId);

    /// <summary>Shows a resource of Azure that is not ours to change.</summary>
    /// <param name="command">A group of the Azure CLI that shows by id, for example <c>network nsg rule</c>.</param>
    /// <param name="ids">What is to be shown.</param>
    public static string Show(string command, params string[] ids) => $"az {command} show --ids {string.Join(" ", ids.Select(CommandText.Quote))}";

    /// <summary>Shows what Azure itself computes for an interface.</summary>
    public static string ShowEffective(string question, string interfaceId) => $"az network nic {question} --ids {CommandText.Quote(interfaceId)}";

    /// <summary>Shows the way there and back, station by station.</summary>
    public static string TracePath(string from, string to, int port) =>
        $"Test-PeeringPath -From {CommandText.Quote(from)} -To {CommandText.Quote(to)} -Protocol Udp -Port {port}";

    /// <summary>Lets a machine send on what is not for itself; its own system must do so too.</summary>
    public static string LetForward(string interfaceId) => $"az network nic update --ids {CommandText.Quote(interfaceId)} --ip-forwarding true";

    /// <summary>Lets a network resolve a zone of somebody else's.</summary>
    public static string LinkZone(PrivateDnsZone zone, CaseSide side)
    {
        string[] parts = zone.Id.Split('/');
        return $"az network private-dns link vnet create --subscription {Part(parts, 2)} --resource-group {Part(parts, 4)} "
            + $"--zone-name {CommandText.Quote(zone.Name)} --name {CommandText.Quote("link-" + side.Name)} "
            + $"--virtual-network {CommandText.Quote(side.Side.VirtualNetworkId)} --registration-enabled false";
    }

    private static string Part(string[] parts, int index) => CommandText.Quote(parts.Length > index ? parts[index] : "");

    private static string? Record(PairCase pair, RecordWish wish) => Of(ChangeKind.Set, pair.Local, pair.Remote, request => request with { Record = wish });

    /// <summary>Null where a side points to something that is no network's id: no command could name it.</summary>
    private static string? Of(ChangeKind kind, CaseSide local, CaseSide remote, Func<PeeringRequest, PeeringRequest>? wish = null)
    {
        if (!ResourceId.TryParse(local.Side.VirtualNetworkId, out ResourceId? localId, out _)) return null;
        if (!ResourceId.TryParse(remote.Side.VirtualNetworkId, out ResourceId? remoteId, out _)) return null;
        PeeringRequest request = new() { Kind = kind, LocalId = localId, RemoteId = remoteId };
        return CommandText.Of(wish is null ? request : wish(request));
    }
}
