using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Compares this machine's clock with Azure's: who deletes by the clock must not go by a wrong one.</summary>
internal static class ClockCheck
{
    /// <summary>What the two may differ at most.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <exception cref="PeeringException">ClockSkewed; or UnexpectedAnswer, where an answer came without a date.</exception>
    public static async Task RequireAsync(NetworkAccess access, CancellationToken cancellationToken)
    {
        // The answer's date lies somewhere between the two; a read that had to wait for a busy Azure is no wrong clock.
        DateTimeOffset before = access.Clock.GetUtcNow();
        DateTimeOffset theirs = await access.Networks[0].GetTimeAsync(cancellationToken);
        DateTimeOffset after = access.Clock.GetUtcNow();
        DateTimeOffset ours = theirs < before ? before : theirs > after ? after : theirs;
        if ((theirs - ours).Duration() > Tolerance)
        {
            throw PeeringException.Of(
                nameof(Errors.ClockSkewed), null, Records.Instants.Say(ours), access.Connections[0].Endpoint.Host, Records.Instants.Say(theirs), Tolerance);
        }
    }
}
