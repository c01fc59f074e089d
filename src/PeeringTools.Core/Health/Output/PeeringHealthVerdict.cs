namespace PeeringTools;

/// <summary>What all rules together say of a pair.</summary>
public enum PeeringHealthVerdict
{
    /// <summary>Too little could be read to say anything.</summary>
    Unknown,

    /// <summary>No finding above Information.</summary>
    Healthy,

    /// <summary>At least one Warning and no Error.</summary>
    Degraded,

    /// <summary>At least one Error.</summary>
    Broken,
}
