namespace PeeringTools;

/// <summary>What the networks of a diagram are framed by.</summary>
public enum PeeringDiagramGrouping
{
    /// <summary>Networks of one subscription stand in one frame.</summary>
    Subscription,

    /// <summary>Networks of one region stand in one frame.</summary>
    Region,

    /// <summary>No frames.</summary>
    None,
}
