namespace PeeringTools.Changes;

/// <summary>Problems that several drafts and checks report in the same words.</summary>
internal static class PairProblems
{
    public static PeeringError NotFound(PeeringRequest request) =>
        PeeringError.Of(nameof(Errors.PeeringNotFound), request.LocalId.Text, request.LocalId.Name, request.RemoteId.Name);

    public static PeeringError SameNetwork(PeeringRequest request) =>
        PeeringError.Of(nameof(Errors.SameVirtualNetwork), request.LocalId.Text, request.LocalId);

    public static PeeringError Disconnected(PeeringSide side) =>
        PeeringError.Of(nameof(Errors.PeeringDisconnected), side.Id, side.ToString());

    public static PeeringError SideMissing(NetworkView network, PairView facts) => PeeringError.Of(
        nameof(Errors.SideMissing), network.Id.Text, network.Name, network == facts.Local ? facts.Remote.Name : facts.Local.Name);

    public static PeeringError NotParked(PeeringRequest request) =>
        PeeringError.Of(nameof(Errors.SettingsUnknown), request.LocalId.Text, request.LocalId.Name, PlanTexts.NotParked);

    /// <summary>Two rows of one couple would fight over it, and the later one was planned on what the earlier one changes.</summary>
    public static PeeringError Twice(PeeringRequest request) => PeeringError.Of(
        nameof(Errors.InvalidInput), request.LocalId.Text, Wording.Fill(PlanTexts.PairTwice, request.LocalId.Name, request.RemoteId.Name));
}
