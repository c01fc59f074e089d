namespace PeeringTools;

/// <summary>What a network is among its peers. It follows from the pairs alone, and from what was built: a pair that is broken counts.</summary>
public enum PeeringTopologyRole
{
    /// <summary>Peered with nobody.</summary>
    Isolated,

    /// <summary>
    /// Shares its gateway with a peer that uses it; or has at least three peers that have fewer peers than itself, most couples of which
    /// are not peered with each other.
    /// </summary>
    Hub,

    /// <summary>Neither hub nor bridge, and peered with at least one hub.</summary>
    Spoke,

    /// <summary>Neither hub nor bridge, and peered with equals only, be it one or many.</summary>
    MeshMember,

    /// <summary>No hub, and the only way between others: without it, its component would fall apart.</summary>
    Bridge,
}
