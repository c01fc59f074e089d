namespace PeeringTools;

/// <summary>The state of a pair as a whole, the worse of what its two sides say.</summary>
public enum PeeringPairStatus
{
    /// <summary>Something that was read does not fit any other status, or could not be read at all.</summary>
    Unknown,

    /// <summary>Both sides exist and say Connected.</summary>
    Connected,

    /// <summary>One side exists and waits for the other, whose virtual network is readable.</summary>
    Initiated,

    /// <summary>A side says Disconnected: its counterpart was deleted.</summary>
    Disconnected,

    /// <summary>The remote virtual network is proven deleted: its own read says so while its subscription answers.</summary>
    RemoteGone,

    /// <summary>The remote virtual network may exist, but this identity cannot read it. Nothing is claimed about it.</summary>
    RemoteNotVisible,
}
