namespace PeeringTools;

/// <summary>Networks that hang together through pairs. That they hang together does not say that they reach each other: peering is not transitive.</summary>
public sealed class PeeringTopologyComponent
{
    /// <summary>From 1, the largest first.</summary>
    public int Number { get; set; }

    /// <summary>How many networks are in it.</summary>
    public int Networks { get; set; }

    /// <summary>How many pairs are in it.</summary>
    public int Links { get; set; }

    /// <summary>Ids of its hubs.</summary>
    public string[] HubIds { get; set; } = [];

    /// <summary>Ids of its networks.</summary>
    public string[] VirtualNetworkIds { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Number}: {Networks} networks, {(Links == 1 ? "1 pair" : $"{Links} pairs")}";
}
