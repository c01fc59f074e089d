namespace PeeringTools;

/// <summary>What a policy says of a pair.</summary>
public enum PeeringPolicyVerdict
{
    /// <summary>No rule is broken as far as could be judged, and some could not.</summary>
    Unknown,

    /// <summary>Every rule that speaks of the pair was judged and holds.</summary>
    Compliant,

    /// <summary>At least one rule is broken.</summary>
    Violated,
}
