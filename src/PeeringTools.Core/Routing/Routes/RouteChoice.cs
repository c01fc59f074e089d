namespace PeeringTools.Routing;

/// <summary>The route a packet takes out of a subnet, and why this one.</summary>
/// <param name="Route">Null where no route contains the address, which happens to IPv6 addresses in a network without any.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Doubt">What was not read and might choose otherwise; null where the choice is certain.</param>
internal sealed record RouteChoice(Route? Route, string Why, string? Doubt);
