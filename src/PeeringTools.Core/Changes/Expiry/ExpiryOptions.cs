namespace PeeringTools.Changes;

/// <summary>What a run over expired pairs was told.</summary>
internal sealed record ExpiryOptions
{
    /// <summary>How long after its end a pair is still left alone.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Parks instead of removing.</summary>
    public bool DisableOnly { get; init; }

    /// <summary>More expired pairs than this are taken for a mistake: nothing is touched.</summary>
    public int MaximumRemoval { get; init; } = 25;

    public string? ChangeReference { get; init; }

    public PeeringRequest Request(ResourceId local, ResourceId remote) => new()
    {
        Kind = DisableOnly ? ChangeKind.Set : ChangeKind.Remove,
        Parking = DisableOnly ? Parking.Park : Parking.None,
        LocalId = local,
        RemoteId = remote,
        ChangeReference = ChangeReference,
    };
}
