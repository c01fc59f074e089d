using PeeringTools.Routing;

namespace PeeringTools.Health;

/// <summary>A user-defined route and the subnets of one network that follow it.</summary>
/// <param name="Route">The route as the model has it.</param>
/// <param name="Subnets">The subnets whose table holds it, all of one network.</param>
internal sealed record Detour(Route Route, IReadOnlyList<SubnetPlace> Subnets)
{
    public string Name => Route.Name ?? "";

    public AddressPrefix Prefix => Route.Prefix!.Value;

    public string Id => $"{Subnets[0].Subnet.RouteTableId}/routes/{Name}";

    public bool IsAppliance => Route.NextHopType == NextHops.Appliance;

    /// <summary>Where an appliance should stand; null for another next hop, or an address that is none.</summary>
    public AddressPrefix? NextHop => IsAppliance && AddressPrefix.TryParse(Route.NextHopIpAddress, out AddressPrefix address) ? address : null;

    public IEnumerable<string> Lines()
    {
        yield return Evidence.Line("route", Id);
        yield return Evidence.Line("next hop", Route.NextHopIpAddress is null ? Route.NextHopType : $"{Route.NextHopType} {Route.NextHopIpAddress}");
        foreach (string line in Evidence.List("subnet", [.. Subnets.Select(place => place.Subnet.Id)])) yield return line;
    }
}
