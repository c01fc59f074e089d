using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>One route of a subnet, as Azure lists it.</summary>
/// <param name="Source">Default, User or VirtualNetworkGateway.</param>
/// <param name="Prefix">The prefix as written.</param>
/// <param name="Type">The next hop's type.</param>
internal sealed record Route(string Source, string Prefix, string Type)
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    /// <summary>The route table that a user's route comes from.</summary>
    public string? TableId { get; init; }

    /// <summary>The network that the route leads into, where the lab holds it.</summary>
    public VirtualNetwork? Into { get; init; }

    /// <summary>Whether a better route makes this one void.</summary>
    public bool Invalid { get; set; }

    public Cidr? Range { get; } = Cidr.TryParse(Prefix, out Cidr range) ? range : null;

    public bool IsUser => Source == "User";

    /// <summary>Routes of the network itself, of peerings and of endpoints stand before whatever a gateway learned.</summary>
    public int Rank => Source switch
    {
        "User" => 0,
        "VirtualNetworkGateway" => 3,
        _ => Type switch { "VnetLocal" or "VNetPeering" or "VNetGlobalPeering" or "VirtualNetworkServiceEndpoint" or "InterfaceEndpoint" => 1, "ConnectedGroup" => 2, _ => 4 },
    };

    public bool Holds(Cidr address) => Range?.Contains(address) == true;

    public bool Within(Route other) => other.Range is Cidr wide && Range is Cidr mine && wide.Contains(mine);

    public bool SamePrefix(Route other) => Range is Cidr mine && other.Range is Cidr theirs && mine.Length == theirs.Length && mine.Contains(theirs);
}
