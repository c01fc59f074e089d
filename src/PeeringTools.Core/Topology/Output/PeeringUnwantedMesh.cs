namespace PeeringTools;

/// <summary>Spokes of one hub that are peered directly: their traffic passes by whatever inspects in the hub.</summary>
public sealed class PeeringUnwantedMesh
{
    /// <summary>Ids of the hubs that are passed by.</summary>
    public string[] HubIds { get; set; } = [];

    /// <summary>Ids of the spokes that are peered with each other.</summary>
    public string[] VirtualNetworkIds { get; set; } = [];

    /// <summary>The pairs between them.</summary>
    public string[] PairIds { get; set; } = [];

    /// <summary>The spokes' names, for people.</summary>
    public string[] Names { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Names);
}
