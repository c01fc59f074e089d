namespace PeeringTools;

/// <summary>The graph of networks and pairs: who is what, what hangs together, and where people may see a way that is none.</summary>
public sealed class PeeringTopology
{
    /// <summary>The networks, in order of their ids.</summary>
    public PeeringTopologyNode[] Nodes { get; set; } = [];

    /// <summary>The pairs, in order of their networks' ids.</summary>
    public PeeringTopologyLink[] Links { get; set; } = [];

    /// <summary>What hangs together, the largest first. A network that is peered with nobody is in none.</summary>
    public PeeringTopologyComponent[] Components { get; set; } = [];

    /// <summary>Spokes of one hub that are peered directly.</summary>
    public PeeringUnwantedMesh[] UnwantedMeshes { get; set; } = [];

    /// <summary>Networks whose peers are not all peered with each other, the most couples first.</summary>
    public PeeringTransit[] Transits { get; set; } = [];

    /// <summary>Kinds of things that were looked for in the networks, for example Gateways; one that is not named is not known.</summary>
    public string[] SurroundingsRead { get; set; } = [];

    /// <summary>What could not be read, and where.</summary>
    public string[] SurroundingsUnread { get; set; } = [];

    /// <summary>Where the pairs were read; with <c>LAB </c> before it for the lab. Several sources are parted by commas.</summary>
    public string Source { get; set; } = "";

    /// <summary>When the last of the pairs was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Nodes.Length} networks, {Links.Length} pairs, {Components.Length} components";
}
