namespace PeeringTools.Surroundings;

/// <summary>A network interface, of a machine, of a scale set or of a private endpoint.</summary>
/// <remarks>Source: Microsoft.Network/networkInterfaces, also below Microsoft.Compute/virtualMachineScaleSets.</remarks>
internal sealed record NetworkInterface
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool EnableIPForwarding { get; init; }

    public string? NetworkSecurityGroupId { get; init; }

    /// <summary>The machine it is attached to; null where it is attached to none.</summary>
    public string? VirtualMachineId { get; init; }

    /// <summary>The private endpoint it belongs to; null where it is an ordinary one.</summary>
    public string? PrivateEndpointId { get; init; }

    public IReadOnlyList<InterfaceAddress> Addresses { get; init; } = [];
}

/// <summary>One ipConfiguration of an interface, a firewall or a load balancer's frontend.</summary>
internal sealed record InterfaceAddress
{
    public required string SubnetId { get; init; }

    /// <summary>The private address; null where none is given out yet.</summary>
    public string? PrivateIPAddress { get; init; }

    public IReadOnlyList<string> ApplicationSecurityGroupIds { get; init; } = [];
}
