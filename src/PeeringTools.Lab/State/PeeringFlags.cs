using System.Text.Json;

namespace PeeringTools.Lab.State;

/// <summary>What a PUT sets on a half; a new object is what the server takes for members that are not there.</summary>
internal sealed class PeeringFlags
{
    public bool AllowVirtualNetworkAccess { get; set; } = true;

    public bool AllowForwardedTraffic { get; set; }

    public bool AllowGatewayTransit { get; set; }

    public bool UseRemoteGateways { get; set; }

    public bool DoNotVerifyRemoteGateways { get; set; }

    public bool PeerCompleteVnets { get; set; } = true;

    public bool? EnableOnlyIPv6Peering { get; set; }

    public string[]? LocalSubnetNames { get; set; }

    public string[]? RemoteSubnetNames { get; set; }

    public JsonElement? RemoteBgpCommunities { get; set; }

    /// <summary>Members the lab knows only by name (<see cref="LabOptions.AdmitPeeringMembers"/>).</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Others { get; set; } = [];
}
