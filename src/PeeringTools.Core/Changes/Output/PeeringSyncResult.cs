namespace PeeringTools;

/// <summary>What a sync did to one pair. Prefixes are those of the peer that come into force on a side, or leave it.</summary>
public sealed class PeeringSyncResult
{
    /// <summary>The short name of the couple of networks.</summary>
    public string PairId { get; set; } = "";

    /// <summary>Resource id of the local network.</summary>
    public string LocalVirtualNetworkId { get; set; } = "";

    /// <summary>Resource id of the remote network.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>The local side's sync level before.</summary>
    public string? LocalLevelBefore { get; set; }

    /// <summary>The local side's sync level now.</summary>
    public string? LocalLevel { get; set; }

    /// <summary>The remote side's sync level before.</summary>
    public string? RemoteLevelBefore { get; set; }

    /// <summary>The remote side's sync level now.</summary>
    public string? RemoteLevel { get; set; }

    /// <summary>Prefixes of the remote network that the local side learned.</summary>
    public string[] LocalGained { get; set; } = [];

    /// <summary>Prefixes of the remote network that the local side gave up.</summary>
    public string[] LocalLost { get; set; } = [];

    /// <summary>Prefixes of the local network that the remote side learned.</summary>
    public string[] RemoteGained { get; set; } = [];

    /// <summary>Prefixes of the local network that the remote side gave up.</summary>
    public string[] RemoteLost { get; set; } = [];

    /// <summary>True when the call wrote something.</summary>
    public bool Changed { get; set; }

    /// <summary>What the other side's operator still has to run; null where nothing is left.</summary>
    public string? OtherOperatorCommand { get; set; }

    /// <summary>When the result was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LocalVirtualNetworkId} ({LocalLevel}) - {RemoteVirtualNetworkId} ({RemoteLevel})";
}
