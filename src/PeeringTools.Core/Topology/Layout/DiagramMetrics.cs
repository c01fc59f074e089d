namespace PeeringTools.Topology;

/// <summary>The measures of a picture, in pixels.</summary>
internal static class DiagramMetrics
{
    public const int BoxWidth = 196;
    public const int BoxHeight = 58;
    public const int HubWidth = 216;
    public const int HubHeight = 76;

    /// <summary>Between the boxes of two columns.</summary>
    public const int Gap = 28;

    public const int FramePadding = 10;
    public const int FrameLabel = 20;

    /// <summary>Between a bus and the boxes that hang on it: room for three lines of words.</summary>
    public const int Drop = 46;

    /// <summary>Between two buses of one row, and between two lanes below it.</summary>
    public const int Pitch = 8;

    /// <summary>Between two lanes above the hubs, with room for a line of words.</summary>
    public const int HubLane = 22;

    /// <summary>Between two trunks that run down side by side.</summary>
    public const int TrunkPitch = 12;

    /// <summary>Lanes beyond this number share their places: a picture that is all lanes shows nothing.</summary>
    public const int MostLanes = 16;

    public const int PieceGap = 48;
    public const int Margin = 24;

    /// <summary>How much wider than high a picture should be.</summary>
    public const double Aspect = 1.6;

    /// <summary>Room for so many lanes.</summary>
    public static int LaneRoom(int lanes) => lanes == 0 ? 0 : (Math.Min(lanes, MostLanes) * Pitch) + Pitch;
}
