namespace PeeringTools;

/// <summary>The receipt of a removal: what was there, what is gone, and when.</summary>
public sealed class PeeringRemoval
{
    /// <summary>The short name of the couple of networks.</summary>
    public string PairId { get; set; } = "";

    /// <summary>Resource id of the local network.</summary>
    public string LocalVirtualNetworkId { get; set; } = "";

    /// <summary>Resource id of the remote network.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>The pair as it was read before the first delete: enough to make it again.</summary>
    public PeeringPair Before { get; set; } = new();

    /// <summary>Resource ids of the peerings this call deleted.</summary>
    public string[] RemovedIds { get; set; } = [];

    /// <summary>Networks whose side was gone already, or is left to its own operator.</summary>
    public string[] NotRemovedFrom { get; set; } = [];

    /// <summary>Owner in the pair's record.</summary>
    public string? Owner { get; set; }

    /// <summary>Ticket in the pair's record.</summary>
    public string? Ticket { get; set; }

    /// <summary>The caller's own reference for the change.</summary>
    public string? ChangeReference { get; set; }

    /// <summary>What the other side's operator runs; null where nothing is left there.</summary>
    public string? OtherOperatorCommand { get; set; }

    /// <summary>When the last delete ended, in UTC.</summary>
    public DateTime RemovedOn { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{PairId}: {string.Join(", ", RemovedIds)}";
}
