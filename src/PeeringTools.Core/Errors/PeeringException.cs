namespace PeeringTools;

/// <summary>Carries a <see cref="PeeringError"/> to the edge, where it becomes an ErrorRecord.</summary>
internal sealed class PeeringException : Exception
{
    public PeeringException(PeeringError error, Exception? cause = null)
        : base(error.Message, cause) => Error = error;

    public PeeringError Error { get; }

    public static PeeringException Of(string id, string? targetId, params object?[] arguments) =>
        new(PeeringError.Of(id, targetId, arguments));
}
