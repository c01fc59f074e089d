namespace PeeringTools;

/// <summary>How much a finding matters.</summary>
public enum PeeringSeverity
{
    /// <summary>Good to know; nothing is wrong.</summary>
    Information,

    /// <summary>Works today and deserves a look.</summary>
    Warning,

    /// <summary>Traffic is or will be broken, or access is open that should not be.</summary>
    Error,
}
