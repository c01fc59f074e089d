namespace PeeringTools.Changes;

/// <summary>A plan with all that carrying it out needs; <see cref="ToOutput"/> is its public picture.</summary>
internal sealed record ChangePlan
{
    public required PeeringRequest Request { get; init; }

    public required PairView Facts { get; init; }

    public IReadOnlyList<ChangeStep> Steps { get; init; } = [];

    public IReadOnlyList<PeeringError> Problems { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>What stays undone although every step succeeds, because it is not ours to write.</summary>
    public IReadOnlyList<PeeringError> Remainder { get; init; } = [];

    public string? OtherOperatorCommand { get; init; }

    /// <summary>True where a problem forbids every write.</summary>
    public bool IsBlocked => Problems.Count > 0;

    /// <summary>True when something is deleted that the caller may want to be asked about in particular.</summary>
    public bool Deletes => Steps.Any(step => step.Kind == StepKind.DeletePeering);

    public bool Creates(Half half) => Steps.Any(step => step.Kind == StepKind.CreatePeering && step.Half == half);

    public bool Writes(Half half) => Steps.Any(step => step.Half == half);

    /// <summary>What a half's side is after the plan; null where it does not exist then.</summary>
    public SideState? Final(Half half)
    {
        SideState? state = Facts.Side(half) is PeeringSide side ? SideState.Of(side) : null;
        foreach (ChangeStep step in Steps.Where(s => s.Half == half && !s.IsTag))
        {
            state = step.Kind switch
            {
                StepKind.DeletePeering => null,
                StepKind.CreatePeering => new SideState(step.TargetId.Name, Request.NetworkOf(half.Other()).Text, step.Settings, null),
                _ => (step.Before ?? state)?.After(step.Settings),
            };
        }

        return state;
    }

    private PeeringChangeStep Describe(ChangeStep step, int number)
    {
        PeeringChangeStep words = StepWords.Describe(step, number);
        if (!step.IsTag && step.Kind != StepKind.DeletePeering) words.After = StepSide.After(step, Facts.Side(step.Half), Request.NetworkOf(step.Half.Other()));
        return words;
    }

    public PeeringChangePlan ToOutput() => new()
    {
        PairId = Request.PairId,
        LocalVirtualNetworkId = Request.LocalId.Text,
        RemoteVirtualNetworkId = Request.RemoteId.Text,
        Action = Request.Kind.ToString(),
        Steps = [.. Steps.Select((step, index) => this.Describe(step, index + 1))],
        Problems = [.. Problems.Concat(Remainder).Select(problem => $"{problem.Id}: {problem.Message}")],
        Warnings = [.. Warnings],
        Differences = [.. Differences],
        OtherOperatorCommand = OtherOperatorCommand,
        RecordTag = Steps.Where(step => step.Kind == StepKind.MergeTag).Select(step => $"{step.TagName} = {step.TagAfter}").FirstOrDefault(),
        ChangeReference = Request.ChangeReference,
    };
}
