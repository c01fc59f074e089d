namespace PeeringTools.Pairs;

/// <summary>What a direct read said of a virtual network.</summary>
internal enum RemoteVisibility
{
    /// <summary>Nothing that proves anything: throttled, unreachable, an unexpected answer.</summary>
    Unknown,

    /// <summary>It was read.</summary>
    Found,

    /// <summary>It or its group does not exist, while its subscription answers.</summary>
    Gone,

    /// <summary>It may exist, but not for this identity.</summary>
    NotVisible,
}
