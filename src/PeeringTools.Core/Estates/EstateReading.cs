using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>What one run read: the pairs of a scope, and the estate of all networks they touch.</summary>
/// <param name="Estate">The networks in the scope and their peers outside it, with what surrounds them.</param>
/// <param name="Pairs">The pairs with at least one end in the scope.</param>
/// <param name="Coverage">What was read of each subscription's networks.</param>
internal sealed record EstateReading(Estate Estate, IReadOnlyList<PeeringPair> Pairs, Coverage Coverage);
