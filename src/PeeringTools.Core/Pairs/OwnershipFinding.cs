namespace PeeringTools.Pairs;

/// <summary>Who manages a pair, and what that was concluded from.</summary>
internal sealed record OwnershipFinding(string ManagedBy, string Evidence);
