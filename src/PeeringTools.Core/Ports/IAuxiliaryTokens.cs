namespace PeeringTools.Ports;

/// <summary>
/// An identity that can vouch for a write of another tenant's. What a token looks like is the adapters' own affair:
/// the domain only hands them to each other.
/// </summary>
internal interface IAuxiliaryTokens
{
    /// <summary>True when this identity can get a token for that tenant.</summary>
    bool Covers(string tenantId);
}
