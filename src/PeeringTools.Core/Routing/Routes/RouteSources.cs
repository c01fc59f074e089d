namespace PeeringTools.Routing;

/// <summary>Where a route comes from, as Azure spells it.</summary>
internal static class RouteSources
{
    public const string User = "User";
    public const string Gateway = "VirtualNetworkGateway";
    public const string Default = "Default";
}
