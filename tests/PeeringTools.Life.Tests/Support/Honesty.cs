namespace PeeringTools.Life.Tests.Support;

/// <summary>The invariant of every command: what it leaves is whole, as before, or said with the command that mends it.</summary>
internal static class Honesty
{
    public static void Check(World world, PeeringRequest request, ChangeOutcome? outcome, PeeringError? thrown, string where, string? before = null)
    {
        (ResourceId one, ResourceId other) = (request.LocalId, request.RemoteId);
        // What Azure still works on is part of what the command left.
        world.Calm();
        IReadOnlyList<PeeringError> errors = thrown is null ? outcome!.Errors : [thrown];
        string said = string.Join(" | ", errors.Select(error => $"{error.Id}: {error.Message} => {error.Action}"));
        string what = $"{where}: {world.State(one, other)} and {world.State(other, one)}, records [{string.Join(", ", world.RecordsOf(request))}]; said: {said}";
        // Prefixes that are behind are Sync's to mend; New lists them and leaves them.
        bool isWhole = request.Kind == ChangeKind.Sync && request.Scope == SideScope.Both ? world.IsWhole(one, other) : world.IsConnected(one, other);
        // With two operators ours is done when its own side stands, or is gone.
        bool isOursDone = request.Scope == SideScope.Local && world.State(one, other).Split('/')[0] is "Initiated" or "Connected" == (request.Kind != ChangeKind.Remove);
        bool isAbsent = world.State(one, other) == "none" && world.State(other, one) == "none" && world.RecordsOf(request).Length == 0;
        bool isAsBefore = before is not null && Picture.Of(world, one, other) == before;
        bool isReported = errors.Any(error => error.Action.Contains("-PeeringPair", StringComparison.Ordinal));
        Assert.True(isWhole || isAbsent || isAsBefore || isReported || isOursDone, "Half made in silence. " + what);
        Assert.True(errors.Count > 0 || outcome!.Interrupted || isOursDone || IsGood(world, request, isWhole, isAbsent), "Called a success. " + what);
        Assert.All(errors, error => Assert.NotEmpty(error.Action));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    /// <summary>Without faults a second run succeeds and a third has nothing to write.</summary>
    public static void CheckConverges(World world, PeeringRequest request, string where)
    {
        ChangeOutcome second = world.Do(request);
        string said = string.Join(" | ", second.Errors.Select(error => $"{error.Id}: {error.Message} => {error.Action}"));
        // What cannot be planned (a removal of what is gone, a sync of what is not connected) has nothing to converge to.
        Assert.True(second.Errors.Count == 0 || second.Plan.IsBlocked, $"{where}: the second run: {said}");
        if (request is { Kind: ChangeKind.New, Scope: SideScope.Both }) Assert.True(world.IsConnected(request.LocalId, request.RemoteId) || second.Plan.IsBlocked, $"{where}: not whole after the second run; {said}");
        world.Forget();
        ChangeOutcome third = world.Do(request);
        Assert.True(third.Errors.Count == 0 || third.Plan.IsBlocked, $"{where}: the third run failed: {string.Join(" | ", third.Errors.Select(e => e.Message))}");
        Assert.True(world.Lab.Ledger.Writes == 0, $"{where}: the third run wrote {string.Join(", ", world.Wire.Writes)}");
    }

    private static bool IsGood(World world, PeeringRequest request, bool isWhole, bool isAbsent) => request.Kind switch
    {
        ChangeKind.Remove => world.State(request.LocalId, request.RemoteId) == "none" && world.State(request.RemoteId, request.LocalId) == "none",
        ChangeKind.Set => !isAbsent,
        _ => isWhole,
    };
}
