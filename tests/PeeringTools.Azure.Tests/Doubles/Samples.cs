using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>Ids and bodies that tests share.</summary>
internal static class Samples
{
    public const string Subscription = "22222222-2222-2222-2222-222222222222";

    public static readonly ResourceId Hub = ResourceId.ForVirtualNetwork(Subscription, "net", "hub");
    public static readonly ResourceId Spoke = ResourceId.ForVirtualNetwork(Subscription, "net", "spoke");
    public static readonly ResourceId HubPeering = Hub.Peering("to-spoke");

    public static string Peering(string more = "", string state = "Succeeded") => $$$"""
        {"name":"to-spoke","id":"{{{HubPeering}}}","etag":"W/\"1\"","type":"Microsoft.Network/virtualNetworks/virtualNetworkPeerings","properties":{
        "provisioningState":"{{{state}}}","peeringState":"Connected","peeringSyncLevel":"FullyInSync","remoteVirtualNetwork":{"id":"{{{Spoke}}}"},
        "allowVirtualNetworkAccess":true,"allowForwardedTraffic":false,"allowGatewayTransit":false,"useRemoteGateways":false,
        "remoteAddressSpace":{"addressPrefixes":["10.1.0.0/16"]}{{{more}}}}}
        """;

    public static string Network(string name) => $$$"""
        {"name":"{{{name}}}","id":"{{{ResourceId.ForVirtualNetwork(Subscription, "net", name)}}}","etag":"W/\"1\"","location":"westeurope","tags":{"a":"b"},
        "properties":{"provisioningState":"Succeeded","addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"subnets":[],"virtualNetworkPeerings":[{{{Peering()}}}]}}
        """;

    public static PeeringWrite Write(PeeringSnapshot? basis = null) => new()
    {
        PeeringId = HubPeering,
        RemoteVirtualNetworkId = Spoke,
        Basis = basis,
        Settings = new PeeringSettings { AllowForwardedTraffic = true },
    };

    public static async Task<List<VirtualNetwork>> ListAsync(IArmNetwork arm, CancellationToken cancellationToken)
    {
        List<VirtualNetwork> networks = [];
        await foreach (IReadOnlyList<VirtualNetwork> page in arm.ListVirtualNetworksAsync(Subscription, null, withSubnets: true, cancellationToken)) networks.AddRange(page);
        return networks;
    }
}
