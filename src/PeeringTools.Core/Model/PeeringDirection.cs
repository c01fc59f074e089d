namespace PeeringTools;

/// <summary>
/// Names the side objects of a pair that carry a flag, as its complete new state: <see cref="Local"/> means
/// on at the local side and off at the remote one.
/// </summary>
public enum PeeringDirection
{
    /// <summary>Off on both sides.</summary>
    None,

    /// <summary>On at the local side only.</summary>
    Local,

    /// <summary>On at the remote side only.</summary>
    Remote,

    /// <summary>On at both sides.</summary>
    Both,
}
