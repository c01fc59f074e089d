namespace PeeringTools.Lab.State;

/// <summary>One half of a peering, as its network holds it.</summary>
internal sealed class Peering
{
    public Peering(VirtualNetwork parent, string name, string remoteId)
    {
        Parent = parent;
        Name = name;
        RemoteId = remoteId;
        Id = $"{parent.Id}/virtualNetworkPeerings/{name}";
    }

    public VirtualNetwork Parent { get; }

    public string Name { get; }

    public string Id { get; }

    public string RemoteId { get; }

    public Guid ResourceGuid { get; set; }

    public PeeringState State { get; set; }

    public ProvisioningState ProvisioningState { get; set; } = ProvisioningState.Succeeded;

    public PeeringFlags Flags { get; set; } = new();

    /// <summary>The remote prefixes that are in force: those of the last sync.</summary>
    public AddressSpace InForce { get; set; } = AddressSpace.None;

    /// <summary>The remote network's prefixes as an estate file gave them; used while the lab does not hold that network.</summary>
    public AddressSpace? LoadedRemoteSpace { get; set; }

    /// <summary>The sync level as an estate file gave it; used while the lab does not hold the remote network.</summary>
    public string? LoadedSyncLevel { get; set; }
}

internal enum PeeringState
{
    Initiated,
    Connected,
    Disconnected,
}

internal enum ProvisioningState
{
    Succeeded,
    Updating,
    Deleting,
    Failed,
}
