namespace PeeringTools.Changes;

/// <summary>What a failed write says about the write itself.</summary>
internal static class Failures
{
    /// <summary>The network is busy or Azure asks to slow down: nothing happened, and the same write is right a little later.</summary>
    public static bool IsBusy(PeeringError error) =>
        error.Id is nameof(Errors.ResourceBusy) or nameof(Errors.Throttled) || error.HttpStatus is 429 or 503;

    /// <summary>The etag went stale between our read and our write; it is the whole network's, so this says little.</summary>
    public static bool IsStale(PeeringError error) => error.HttpStatus == 412 || error.AzureCode == "PreconditionFailed";

    /// <summary>The write may have arrived: the connection broke, time ran out, or Azure's own side failed.</summary>
    public static bool IsInDoubt(PeeringError error) =>
        error.Id is nameof(Errors.EndpointUnreachable) or nameof(Errors.TimedOut) or nameof(Errors.UnexpectedAnswer)
        || error.HttpStatus is 408 or (>= 500 and not 503);
}
