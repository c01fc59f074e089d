namespace PeeringTools.Azure.Network;

/// <summary>A subnet's name, and the gateways in it where it is one that may hold them.</summary>
internal sealed record SubnetData(string Name, IReadOnlyCollection<string> GatewayIds);
