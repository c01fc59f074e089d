using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// A Disconnected side is Repair's to mend: Azure refuses its counterpart, and a plain write would silently make it
/// Initiated. New is not done with one, also where it has nothing to write there. Where the other network is gone nothing can
/// mend it, and <see cref="NetworksCheck"/> says so.
/// </summary>
internal sealed class DisconnectedCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context) =>
        context.Request.Kind is ChangeKind.Remove or ChangeKind.Repair
            ? []
            : from half in PreflightContext.Halves
              let side = context.Facts.Side(half)
              where side?.PeeringState == "Disconnected" && context.Facts[half.Other()].Visibility != RemoteVisibility.Gone
                    && (context.Request.Kind == ChangeKind.New || context.Plan.Steps.Any(step => !step.IsTag))
              select PairProblems.Disconnected(side);
}
