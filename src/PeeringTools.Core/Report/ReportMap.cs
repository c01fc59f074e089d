namespace PeeringTools.Report;

/// <summary>The picture of a report in its own units, y downwards: where each network stands and which of them are grouped.</summary>
internal sealed record ReportMap(double Width, double Height, IReadOnlyList<MapNetwork> Networks, IReadOnlyList<MapArea> Areas);

/// <summary>A network in the picture.</summary>
/// <param name="VirtualNetworkId">Its resource id.</param>
/// <param name="Role">What it is among its peers, for example Hub.</param>
/// <param name="Notes">What stands in it: gateways, firewalls, appliances, DNS, in words.</param>
/// <param name="Box">Where it stands.</param>
internal sealed record MapNetwork(string VirtualNetworkId, string Role, IReadOnlyList<string> Notes, MapBox Box);

/// <summary>Networks that are drawn together, with what they have in common.</summary>
internal sealed record MapArea(string Label, MapBox Box);

/// <summary>A rectangle by its upper left corner.</summary>
internal readonly record struct MapBox(double X, double Y, double Width, double Height);
