using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What a group says to a flow, and which rule says it.</summary>
/// <param name="Answer">Allow, Deny or Unknown.</param>
/// <param name="Why">The rule and its group, in words.</param>
/// <param name="Rule">The rule that decides; null where none is known to.</param>
internal sealed record SecurityVerdict(SecurityAnswer Answer, string Why, SecurityRule? Rule = null);
