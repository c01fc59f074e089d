using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>A check of the caller's own, which may have to know more than both networks of a plan.</summary>
internal interface IPreflightGate : IPreflightCheck
{
    /// <summary>Reads what it needs besides, once for all rows of a run and before the first of them is planned.</summary>
    /// <param name="access">The ways to Azure.</param>
    /// <param name="rows">The networks of every row, as they were just read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task LookAroundAsync(NetworkAccess access, IReadOnlyList<PairView> rows, CancellationToken cancellationToken);
}
