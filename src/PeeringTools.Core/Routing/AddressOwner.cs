using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What stands at an address.</summary>
internal enum OwnerKind
{
    /// <summary>Nothing that was read has it, and all that may have it was read.</summary>
    Nobody,

    /// <summary>Nothing that was read has it, and something that may have it was not read.</summary>
    Unreadable,
    NetworkInterface,
    PrivateEndpoint,
    LoadBalancer,
    Firewall,
}

/// <summary>Who answers at an address of a network, or why that is not known.</summary>
internal sealed record AddressOwner
{
    public required OwnerKind Kind { get; init; }

    public required AddressPrefix Address { get; init; }

    /// <summary>Resource id; null for nobody.</summary>
    public string? Id { get; init; }

    /// <summary>Its name, or the address for nobody.</summary>
    public required string Name { get; init; }

    /// <summary>The subnet the address lies in; null where it lies in none that was read.</summary>
    public SubnetPlace? Place { get; init; }

    /// <summary>The interface at the address; those of a load balancer are its backends.</summary>
    public IReadOnlyList<NetworkInterface> Interfaces { get; init; } = [];

    /// <summary>Why it is not known.</summary>
    public PeeringError? Problem { get; init; }

    /// <summary>True where what arrives for somebody else is sent on: a firewall, or interfaces that all forward.</summary>
    public bool Forwards => Kind is OwnerKind.Firewall
        || (Kind is OwnerKind.NetworkInterface or OwnerKind.LoadBalancer && Interfaces.Count > 0 && Interfaces.All(i => i.EnableIPForwarding));
}
