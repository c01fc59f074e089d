namespace PeeringTools.Changes;

/// <summary>The settings of a side that no longer exists: what the caller says, else the baseline, else what the survivor implies.</summary>
internal static class LostSide
{
    private static readonly string[] Needed =
    [
        nameof(PeeringSettings.AllowVirtualNetworkAccess),
        nameof(PeeringSettings.AllowForwardedTraffic),
        nameof(PeeringSettings.AllowGatewayTransit),
        nameof(PeeringSettings.UseRemoteGateways),
    ];

    /// <summary>Collects the settings. What nothing tells is unknown: guessing it could open what was closed.</summary>
    public static PeeringSettings Settings(PeeringRequest request, PairView facts, Half lost, out string[] unknown)
    {
        PeeringSettings settings = request.Baseline?.SideUnder(facts[lost].Id) is PeeringSide before
            ? SettingsMath.ToCreate(before)
            : Implied(facts.Side(lost.Other())!);
        settings = request.Flags.For(lost).Over(settings);
        unknown = [.. SettingMember.All.Where(m => Needed.Contains(m.Name) && m.Read(settings) is null).Select(m => m.Name)];
        return settings;
    }

    public static PeeringError Unknown(NetworkView network, string[] members) =>
        PeeringError.Of(nameof(Errors.SettingsUnknown), network.Id.Text, network.Name, string.Join(", ", members));

    /// <summary>A gateway in use was shared, one that is not shared was not used, and subnets mirror each other.</summary>
    private static PeeringSettings Implied(PeeringSide survivor)
    {
        PeeringSettings implied = new()
        {
            AllowGatewayTransit = survivor.UseRemoteGateways ? true : null,
            UseRemoteGateways = survivor.AllowGatewayTransit ? null : false,
        };
        return survivor.PeerCompleteVnets
            ? implied
            : implied with
            {
                PeerCompleteVnets = false,
                LocalSubnetNames = survivor.RemoteSubnetNames,
                RemoteSubnetNames = survivor.LocalSubnetNames,
                EnableOnlyIPv6Peering = survivor.EnableOnlyIPv6Peering,
            };
    }
}
