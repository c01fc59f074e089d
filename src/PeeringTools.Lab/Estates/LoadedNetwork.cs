using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>A network of an estate file, whether its members are under properties or lifted to the top.</summary>
internal sealed class LoadedNetwork
{
    private static readonly string[] Understood =
    [
        "id", "name", "type", "etag", "location", "tags", "resourceGroup", "tenantId", "subscriptionId", "subscriptionName", "kind", "managedBy", "sku", "plan", "identity", "zones",
        "provisioningState", "resourceGuid", "addressSpace", "dhcpOptions", "subnets", "virtualNetworkPeerings", "enableDdosProtection", "enableVmProtection",
        "extendedLocation", "addressPrefix", "addressPrefixes", "ipConfigurations", "properties",
    ];

    private readonly JsonElement _members;
    private readonly int _index;

    public LoadedNetwork(JsonElement item, int index)
    {
        _members = Members(item);
        _index = index;
    }

    public Guid? ResourceGuid => Guid.TryParse(_members.Member("resourceGuid").Text(), out Guid guid) ? guid : null;

    public void Fill(VirtualNetwork network)
    {
        network.AddressSpace = Space(_members.Member("addressSpace")) ?? throw new LabEstateException(_index, $"the virtual network '{network.Name}' has no addressSpace.addressPrefixes.");
        network.DhcpOptions = _members.Member("dhcpOptions");
        network.EnableDdosProtection = _members.Member("enableDdosProtection")?.ValueKind == JsonValueKind.True;
        network.ProvisioningState = Provisioning(_members);
        network.Others = NetworkBody.Kept(_members, Understood);
        network.Subnets = [.. _members.Member("subnets").Items().Select(s => ReadSubnet(network, s))];
        network.Peerings.AddRange(_members.Member("virtualNetworkPeerings").Items().Select(p => ReadPeering(network, p)));
    }

    private static JsonElement Members(JsonElement item) => item.Member("properties") is { ValueKind: JsonValueKind.Object } properties ? properties : item;

    /// <summary>What a file shows as under way or failed stays so: nobody is there to finish it.</summary>
    private static ProvisioningState Provisioning(JsonElement members) => members.Member("provisioningState").Text() switch
    {
        "Updating" => ProvisioningState.Updating,
        "Deleting" => ProvisioningState.Deleting,
        "Failed" => ProvisioningState.Failed,
        _ => ProvisioningState.Succeeded,
    };

    private AddressSpace? Space(JsonElement? space)
    {
        string[] prefixes = (space?.Member("addressPrefixes")).Texts();
        if (Array.Find(prefixes, p => !Cidr.TryParse(p, out _)) is string bad)
        {
            throw new LabEstateException(_index, $"'{bad}' is not an address prefix.");
        }

        return space is null || prefixes.Length == 0 ? null : new AddressSpace(prefixes);
    }

    private Subnet ReadSubnet(VirtualNetwork network, JsonElement item)
    {
        JsonElement members = Members(item);
        string name = item.Member("name").Text() ?? throw new LabEstateException(_index, $"a subnet of '{network.Name}' has no name.");
        string? single = members.Member("addressPrefix").Text();
        string[] prefixes = single is null ? members.Member("addressPrefixes").Texts() : [single];
        return new Subnet(network, name)
        {
            Prefixes = new AddressSpace(prefixes),
            IsList = single is null && prefixes.Length > 0,
            IpConfigurations = [.. members.Member("ipConfigurations").Items().Select(c => c.Member("id").Text()).OfType<string>()],
            Others = NetworkBody.Kept(members, Understood),
        };
    }

    private Peering ReadPeering(VirtualNetwork network, JsonElement item)
    {
        JsonElement members = Members(item);
        string name = item.Member("name").Text() ?? throw new LabEstateException(_index, $"a peering of '{network.Name}' has no name.");
        string remote = members.Member("remoteVirtualNetwork")?.Member("id").Text()
            ?? throw new LabEstateException(_index, $"the peering '{name}' of '{network.Name}' has no remoteVirtualNetwork.id.");
        AddressSpace? current = Space(members.Member("remoteVirtualNetworkAddressSpace"));
        return new Peering(network, name, remote)
        {
            State = State(members.Member("peeringState").Text(), name),
            ResourceGuid = Guid.TryParse(members.Member("resourceGuid").Text(), out Guid guid) ? guid : IdSource.OfPair(network.ResourceGuid, IdSource.Named(remote.ToLowerInvariant())),
            InForce = Space(members.Member("remoteAddressSpace")) ?? current ?? AddressSpace.None,
            ProvisioningState = Provisioning(members),
            LoadedRemoteSpace = current,
            LoadedSyncLevel = members.Member("peeringSyncLevel").Text(),
            Flags = Flags(members),
        };
    }

    private PeeringState State(string? text, string name) =>
        Enum.TryParse(text ?? "Connected", ignoreCase: true, out PeeringState state) && state is PeeringState.Initiated or PeeringState.Connected or PeeringState.Disconnected
            ? state
            : throw new LabEstateException(_index, $"the peering '{name}' has the unknown peeringState '{text}'.");

    private static PeeringFlags Flags(JsonElement members) => new()
    {
        AllowVirtualNetworkAccess = members.Member("allowVirtualNetworkAccess")?.ValueKind != JsonValueKind.False,
        AllowForwardedTraffic = True(members, "allowForwardedTraffic"),
        AllowGatewayTransit = True(members, "allowGatewayTransit"),
        UseRemoteGateways = True(members, "useRemoteGateways"),
        DoNotVerifyRemoteGateways = True(members, "doNotVerifyRemoteGateways"),
        PeerCompleteVnets = members.Member("peerCompleteVnets")?.ValueKind != JsonValueKind.False,
        EnableOnlyIPv6Peering = members.Member("enableOnlyIPv6Peering") is null ? null : True(members, "enableOnlyIPv6Peering"),
        LocalSubnetNames = members.Member("localSubnetNames") is JsonElement local ? ((JsonElement?)local).Texts() : null,
        RemoteSubnetNames = members.Member("remoteSubnetNames") is JsonElement remote ? ((JsonElement?)remote).Texts() : null,
        RemoteBgpCommunities = members.Member("remoteBgpCommunities"),
    };

    private static bool True(JsonElement members, string name) => members.Member(name)?.ValueKind == JsonValueKind.True;
}
