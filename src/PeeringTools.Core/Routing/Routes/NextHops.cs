namespace PeeringTools.Routing;

/// <summary>Next hop types as Azure spells them in an effective route table.</summary>
internal static class NextHops
{
    public const string VnetLocal = "VnetLocal";
    public const string Peering = "VNetPeering";
    public const string GlobalPeering = "VNetGlobalPeering";
    public const string Gateway = "VirtualNetworkGateway";
    public const string Appliance = "VirtualAppliance";
    public const string Internet = "Internet";
    public const string None = "None";
    public const string ServiceEndpoint = "VirtualNetworkServiceEndpoint";
    public const string PrivateEndpoint = "InterfaceEndpoint";
    public const string ConnectedGroup = "ConnectedGroup";

    /// <summary>Whether a next hop is the one that somebody names, by its type or by its address.</summary>
    public static bool IsNamed(string name, string? type, string? address) =>
        string.Equals(name, type, StringComparison.OrdinalIgnoreCase) || string.Equals(name, address, StringComparison.OrdinalIgnoreCase);
}
