namespace PeeringTools.Changes;

/// <summary>One writable member of a side, so that comparing, undoing and describing know the list once.</summary>
internal sealed class SettingMember
{
    private readonly Func<PeeringSettings, object?> _wanted;
    private readonly Func<PeeringSide, object> _present;
    private readonly Func<PeeringSettings, object?, PeeringSettings> _with;

    private SettingMember(
        string name, Func<PeeringSettings, object?> wanted, Func<PeeringSide, object> present, Func<PeeringSettings, object?, PeeringSettings> with)
    {
        Name = name;
        (_wanted, _present, _with) = (wanted, present, with);
    }

    /// <summary>Every member a caller may write, in the order they are shown.</summary>
    public static readonly SettingMember[] All =
    [
        new(nameof(PeeringSettings.AllowVirtualNetworkAccess), s => s.AllowVirtualNetworkAccess, s => s.AllowVirtualNetworkAccess,
            (s, v) => s with { AllowVirtualNetworkAccess = (bool?)v }),
        new(nameof(PeeringSettings.AllowForwardedTraffic), s => s.AllowForwardedTraffic, s => s.AllowForwardedTraffic,
            (s, v) => s with { AllowForwardedTraffic = (bool?)v }),
        new(nameof(PeeringSettings.AllowGatewayTransit), s => s.AllowGatewayTransit, s => s.AllowGatewayTransit,
            (s, v) => s with { AllowGatewayTransit = (bool?)v }),
        new(nameof(PeeringSettings.UseRemoteGateways), s => s.UseRemoteGateways, s => s.UseRemoteGateways,
            (s, v) => s with { UseRemoteGateways = (bool?)v }),
        new(nameof(PeeringSettings.DoNotVerifyRemoteGateways), s => s.DoNotVerifyRemoteGateways, s => s.DoNotVerifyRemoteGateways,
            (s, v) => s with { DoNotVerifyRemoteGateways = (bool?)v }),
        new(nameof(PeeringSettings.PeerCompleteVnets), s => s.PeerCompleteVnets, s => s.PeerCompleteVnets,
            (s, v) => s with { PeerCompleteVnets = (bool?)v }),
        new(nameof(PeeringSettings.LocalSubnetNames), s => s.LocalSubnetNames, s => s.LocalSubnetNames,
            (s, v) => s with { LocalSubnetNames = (string[]?)v }),
        new(nameof(PeeringSettings.RemoteSubnetNames), s => s.RemoteSubnetNames, s => s.RemoteSubnetNames,
            (s, v) => s with { RemoteSubnetNames = (string[]?)v }),
        new(nameof(PeeringSettings.EnableOnlyIPv6Peering), s => s.EnableOnlyIPv6Peering, s => s.EnableOnlyIPv6Peering,
            (s, v) => s with { EnableOnlyIPv6Peering = (bool?)v }),
    ];

    public string Name { get; }

    /// <summary>What the settings ask of this member; null where nothing.</summary>
    public object? Read(PeeringSettings settings) => _wanted(settings);

    /// <summary>What the side has.</summary>
    public object Read(PeeringSide side) => _present(side);

    public PeeringSettings Write(PeeringSettings settings, object? value) => _with(settings, value);

    /// <summary>Subnet names are compared as Azure does: in any order and casing.</summary>
    public static bool Same(object? a, object? b) => a is string[] first && b is string[] second
        ? first.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(second)
        : Equals(a, b);

    /// <summary>A value as people read it.</summary>
    public static string Show(object? value) => value switch
    {
        null => PlanTexts.NotSet,
        string[] { Length: 0 } => PlanTexts.NotSet,
        string[] names => string.Join(", ", names),
        _ => value.ToString()!,
    };
}
