using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>What a PUT says about a half; server-owned members are read and forgotten, whatever they say.</summary>
internal sealed class PeeringBody
{
    private PeeringBody(string remoteId, PeeringFlags flags)
    {
        RemoteId = remoteId;
        Flags = flags;
    }

    public string RemoteId { get; }

    public PeeringFlags Flags { get; }

    public static PeeringBody Read(StrictBody body, ApiVersion version, IReadOnlyList<string> admitted)
    {
        body.Only("VirtualNetworkPeering", KnownMembers.Child);
        StrictBody properties = body.Child("properties")?.Only("VirtualNetworkPeeringProperties", [.. KnownMembers.Peering(version), .. admitted])
            ?? throw MissingRemote(body.Path);
        properties.OneOf("peeringState", "VirtualNetworkPeeringState", "Initiated", "Connected", "Disconnected");
        properties.OneOf("peeringSyncLevel", "VirtualNetworkPeeringLevel", "FullyInSync", "RemoteNotInSync", "LocalNotInSync", "LocalAndRemoteNotInSync");
        return new PeeringBody(Remote(properties), new PeeringFlags
        {
            AllowVirtualNetworkAccess = properties.Flag("allowVirtualNetworkAccess", absent: true),
            AllowForwardedTraffic = properties.Flag("allowForwardedTraffic", absent: false),
            AllowGatewayTransit = properties.Flag("allowGatewayTransit", absent: false),
            UseRemoteGateways = properties.Flag("useRemoteGateways", absent: false),
            DoNotVerifyRemoteGateways = properties.Flag("doNotVerifyRemoteGateways", absent: false),
            PeerCompleteVnets = properties.Flag("peerCompleteVnets", absent: true),
            EnableOnlyIPv6Peering = properties.Element.Member("enableOnlyIPv6Peering") is null ? null : properties.Flag("enableOnlyIPv6Peering", absent: false),
            LocalSubnetNames = properties.Element.Member("localSubnetNames") is null ? null : properties.Element.Member("localSubnetNames").Texts(),
            RemoteSubnetNames = properties.Element.Member("remoteSubnetNames") is null ? null : properties.Element.Member("remoteSubnetNames").Texts(),
            RemoteBgpCommunities = properties.Element.Member("remoteBgpCommunities"),
            Others = [.. properties.Element.EnumerateObject()
                .Where(member => admitted.Contains(member.Name, StringComparer.OrdinalIgnoreCase))
                .Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value.Clone()))],
        });
    }

    private static string Remote(StrictBody properties)
    {
        StrictBody remote = properties.Child("remoteVirtualNetwork")?.Only("ReferencedResource", ["id", "resourceGroup"]) ?? throw MissingRemote(properties.Path);
        string id = remote.Element.Member("id").Text() ?? throw MissingRemote(properties.Path);
        string path = properties.Path + ".remoteVirtualNetwork";
        if (!id.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.FrontEnd(400, "LinkedInvalidPropertyId",
                $"Property id '{id}' at path '{path}.id' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{{subscriptionId}}' or '/providers/{{resourceProviderNamespace}}/'.").Thrown();
        }

        string[] parts = id.Split('/');
        bool wellFormed = parts.Length == 9 && Guid.TryParse(parts[2], out _) && parts.All(p => p.Length > 0 || ReferenceEquals(p, parts[0]))
            && Is(parts[3], "resourceGroups") && Is(parts[5], "providers") && Is(parts[6], "Microsoft.Network") && Is(parts[7], "virtualNetworks");
        return wellFormed ? id : throw StrictBody.Unreadable("InvalidJsonReferenceFormat",
            $"Reference Id {id} is formatted incorrectly. The Id is expected to reference resources of type virtualNetworks. Path {path}.");
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static ArmException MissingRemote(string path) =>
        StrictBody.Unreadable("MissingJsonReferenceId", $"Value for reference id is missing. Path {(path.Length == 0 ? "properties" : path)}.remoteVirtualNetwork.");
}
