using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.State;

internal enum OperationStatus
{
    InProgress,
    Succeeded,
    Failed,
}

/// <summary>A long-running operation: whom it occupies, when it ends, and what its end changes.</summary>
internal sealed class Operation
{
    public Guid Id { get; set; }

    public string SubscriptionId { get; set; } = "";

    public string Region { get; set; } = "";

    public string ApiVersion { get; set; } = "";

    /// <summary>What the failure text of a waiting neighbour names, as in PutVirtualNetworkPeeringOperation.</summary>
    public string Name { get; set; } = "";

    public bool IsDelete { get; set; }

    /// <summary>What a computation found, shown once it has ended; null for a write.</summary>
    public byte[]? Result { get; set; }

    /// <summary>The networks that nobody else may write meanwhile; the first is the one that is written.</summary>
    public IReadOnlyList<VirtualNetwork> Occupies { get; set; } = [];

    /// <summary>The peering a deletion removes; the deletion of its other half may run beside it.</summary>
    public Peering? Deletes { get; set; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>Whether the first poll ends it whatever the time.</summary>
    public bool EndsWhenAsked { get; set; }

    public OperationStatus Status { get; set; }

    public ArmError? Failure { get; set; }

    public Action Complete { get; set; } = () => { };

    public Action Fail { get; set; } = () => { };

    public LabRequest? Entry { get; set; }

    public bool Covers(VirtualNetwork network) => Occupies.Contains(network);
}
