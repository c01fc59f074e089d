namespace PeeringTools.Pairs;

/// <summary>How much of a subscription was read.</summary>
internal enum CoverageState
{
    /// <summary>Its list came to the end.</summary>
    Seen,

    /// <summary>Its list broke off, could not be had, or may leave out what this identity may not read.</summary>
    Partial,

    /// <summary>Azure denied it.</summary>
    Denied,

    /// <summary>Azure asked to slow down for longer than the call could wait.</summary>
    Throttled,
}
