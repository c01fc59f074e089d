using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>A gateway that gives a network its routes.</summary>
/// <param name="Gateway">Null where it stands there and was not read.</param>
/// <param name="Name">Its name.</param>
/// <param name="NetworkId">The network it stands in.</param>
/// <param name="Through">The peering it is used through; null for a network's own.</param>
internal sealed record ServingGateway(NetworkGateway? Gateway, string Name, ResourceId NetworkId, Link? Through);
