namespace PeeringTools.Changes;

/// <summary>One pair and what a caller wants of it. Whatever is not given is left as it is found.</summary>
internal sealed record PeeringRequest
{
    public required ChangeKind Kind { get; init; }

    public required ResourceId LocalId { get; init; }

    public required ResourceId RemoteId { get; init; }

    public SideScope Scope { get; init; }

    public PairFlags Flags { get; init; } = new();

    public RecordWish Record { get; init; } = new();

    /// <summary>Name of a local side this call creates; an existing one is never renamed.</summary>
    public string? LocalName { get; init; }

    public string? RemoteName { get; init; }

    public Parking Parking { get; init; }

    /// <summary>Where Repair takes the settings of a lost side from when they are not given.</summary>
    public PairBaseline? Baseline { get; init; }

    /// <summary>Lets Repair delete a Disconnected side and make it again, for when Azure refuses to write it.</summary>
    public bool Recreate { get; init; }

    public bool IncludeManaged { get; init; }

    public bool SkipPreflight { get; init; }

    public bool NoRollback { get; init; }

    public string? ChangeReference { get; init; }

    public string PairId => PeeringTools.PairId.Of(LocalId.Text, RemoteId.Text);

    public ResourceId NetworkOf(Half half) => half == Half.Local ? LocalId : RemoteId;

    public string? NameOf(Half half) => half == Half.Local ? LocalName : RemoteName;

    /// <summary>True where this call may write that half.</summary>
    public bool Covers(Half half) => half == Half.Local || Scope == SideScope.Both;
}
