namespace PeeringTools.Azure.Network;

/// <summary>A virtual network, as far as pairs need it. Names are those of Azure.ResourceManager.Network.</summary>
internal sealed class VirtualNetworkData
{
    public string? Id { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    /// <summary>Null where the answer has none.</summary>
    public Dictionary<string, string>? Tags { get; set; }

    public string? ProvisioningState { get; set; }

    public string? ResourceGuid { get; set; }

    public string[] AddressPrefixes { get; set; } = [];

    public string[] DhcpOptionsDnsServers { get; set; } = [];

    public List<SubnetData> Subnets { get; } = [];

    public List<VirtualNetworkPeeringData> VirtualNetworkPeerings { get; } = [];
}
