namespace PeeringTools.Ports;

/// <summary>One PUT of one side.</summary>
internal sealed record PeeringWrite
{
    public required ResourceId PeeringId { get; init; }

    public required ResourceId RemoteVirtualNetworkId { get; init; }

    /// <summary>The fresh read whose members the PUT carries along; null creates the side.</summary>
    public PeeringSnapshot? Basis { get; init; }

    /// <summary>The only members that differ from the basis.</summary>
    public required PeeringSettings Settings { get; init; }

    /// <summary>Asks Azure to take over the remote network's present prefixes.</summary>
    public bool SyncRemoteAddressSpace { get; init; }

    /// <summary>Tenant of the remote network where it is another one: the write then carries that tenant's token as well.</summary>
    public string? RemoteTenantId { get; init; }

    /// <summary>True where the remote network's tenant is not known, as no connection sees its subscription: the write then carries every token it may.</summary>
    public bool IsRemoteTenantUnknown { get; init; }

    /// <summary>Other connections that may lend a token of the remote network's tenant.</summary>
    public IReadOnlyList<IAuxiliaryTokens> AuxiliaryTokens { get; init; } = [];
}
