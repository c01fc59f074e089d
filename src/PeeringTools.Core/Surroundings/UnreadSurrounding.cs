namespace PeeringTools.Surroundings;

/// <summary>A kind that could not be read in a subscription, and why. What follows from it is not known, which is not the same as none.</summary>
internal sealed record UnreadSurrounding(SurroundingKinds Kind, string SubscriptionId, PeeringError Problem);
