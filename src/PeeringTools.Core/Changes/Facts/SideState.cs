namespace PeeringTools.Changes;

/// <summary>What a side is expected to be at some point of a plan: enough to notice that somebody else changed it.</summary>
internal sealed record SideState(string Name, string RemoteId, PeeringSettings Settings, string? PeeringState)
{
    private const string Disconnected = "Disconnected";

    public bool IsDisconnected => PeeringState == Disconnected;

    public static SideState Of(PeeringSide side) =>
        new(side.Name ?? "", side.RemoteVirtualNetworkId, SettingsMath.Of(side), side.PeeringState);

    public SideState After(PeeringSettings written) => this with { Settings = written.Over(Settings), PeeringState = null };

    /// <summary>How a fresh read differs from what was expected, in words; null where it does not.</summary>
    /// <remarks>
    /// Only what belongs to this side alone counts: its sync level and the peer's prefixes move with the other network.
    /// </remarks>
    public string? DifferenceTo(PeeringSide fresh)
    {
        if (!string.Equals(RemoteId, fresh.RemoteVirtualNetworkId, StringComparison.OrdinalIgnoreCase))
            return $"remoteVirtualNetwork: {RemoteId} -> {fresh.RemoteVirtualNetworkId}";
        PeeringSettings other = SettingsMath.Of(fresh).Unlike(Settings);
        return other.IsEmpty() ? null : string.Join("; ", other.Lines(Settings));
    }

    /// <summary>That the other half was deleted since, in words; null where it was not.</summary>
    public string? LossSeenBy(PeeringSide fresh) =>
        fresh.PeeringState == Disconnected && !IsDisconnected ? $"peeringState: {PeeringState} -> {Disconnected}" : null;
}
