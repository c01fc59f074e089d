namespace PeeringTools.Changes;

/// <summary>Turns a request and what was read into steps. Pure: it reads nothing and writes nothing.</summary>
internal interface IDraft
{
    /// <returns>A plan without preflight; problems are only those that leave nothing to plan.</returns>
    ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate);
}
