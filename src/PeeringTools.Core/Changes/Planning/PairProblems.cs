namespace PeeringTools.Changes;

/// <summary>Problems that several drafts and checks report in the same words.</summary>
internal static class PairProblems
{
    public static PeeringError NotFound(PeeringRequest request) =>
        PeeringError.Of(nameof(Errors.PeeringNotFound), request.LocalId.Text, request.LocalId.Name, request.RemoteId.Name);

    /// <summary>Two rows of one couple would fight over it, and the later one was planned on what the earlier one changes.</summary>
    public static PeeringError Twice(PeeringRequest request) => PeeringError.Of(
        nameof(Errors.InvalidInput), request.LocalId.Text, Wording.Fill(PlanTexts.PairTwice, request.LocalId.Name, request.RemoteId.Name));
}
