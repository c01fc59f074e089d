using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>Both networks exist and can be read. A Remove lives with one that is gone.</summary>
internal sealed class NetworksCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        foreach (Half half in PreflightContext.Halves)
        {
            if (Judge(context, half) is PeeringError error) yield return error;
        }
    }

    private static PeeringError? Judge(PreflightContext context, Half half)
    {
        NetworkView facts = context.Facts[half];
        switch (facts.Visibility)
        {
            case RemoteVisibility.Found:
                return null;
            case RemoteVisibility.Gone when context.Request.Kind == ChangeKind.Remove && context.Facts.Side(half.Other()) is not null:
                return null;
            case RemoteVisibility.Gone when context.Facts.Side(half.Other()) is not null:
                return PeeringError.Of(nameof(Errors.RemoteGone), facts.Id.Text, facts.Id, context.Facts[half.Other()].Name);
            case RemoteVisibility.Gone:
                return PeeringError.Of(nameof(Errors.VirtualNetworkNotFound), facts.Id.Text, facts.Id);
            case RemoteVisibility.NotVisible when !context.Request.Covers(half) || IsOursToSync(context, half):
                context.Warn(PlanTexts.WarnRemoteUnread, facts.Id);
                return null;
            case RemoteVisibility.NotVisible:
                return PeeringError.Of(nameof(Errors.RemoteNotVisible), facts.Id.Text, facts.Id);
            default:
                return facts.Trouble;
        }
    }

    /// <summary>A sync does what it can on the readable side and then names what is left (SyncNeedsOtherSide).</summary>
    private static bool IsOursToSync(PreflightContext context, Half hidden) =>
        context.Request.Kind == ChangeKind.Sync && context.Facts.Side(hidden.Other()) is not null;
}
