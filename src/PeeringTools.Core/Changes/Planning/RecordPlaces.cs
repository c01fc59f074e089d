using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>Which of the two networks carries the record of this plan.</summary>
internal static class RecordPlaces
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    /// <summary>Where it is already; else the better place this identity may tag, which is said when it is the second best.</summary>
    /// <exception cref="PeeringException">No room, or a name no tag can have.</exception>
    public static (Half Half, string TagName) Choose(ChangePlan plan, IReadOnlyList<RecordCopy> copies, List<string> warnings)
    {
        foreach (RecordCopy copy in copies)
        {
            Half at = copy.VirtualNetworkId.Equals(plan.Facts.Local.Id) ? Half.Local : Half.Remote;
            if (MayTag(plan, at) && plan.Final(at) is SideState side && IsNameOf(side, copy.TagName)) return (at, copy.TagName);
        }

        Half[] possible = [.. Candidates(plan)];
        Half chosen = possible.Where(half => MayTag(plan, half)).DefaultIfEmpty(possible[0]).First();
        if (chosen != possible[0]) warnings.Add(Wording.Fill(PlanTexts.WarnRecordElsewhere, plan.Facts[possible[0]].Name, plan.Facts[chosen].Name));
        return (chosen, RecordTag.NameOf(plan.Final(chosen)!.Name));
    }

    /// <summary>The half whose network carries the record while only its own operator may write there.</summary>
    public static Half? OfOtherOperator(ChangePlan plan, IReadOnlyList<RecordCopy> copies) =>
        !plan.Request.Covers(Half.Remote) && copies.Any(copy => copy.VirtualNetworkId.Equals(plan.Facts.Remote.Id)) ? Half.Remote : null;

    /// <summary>The networks that will have a side to name the tag after, the better one first.</summary>
    private static IEnumerable<Half> Candidates(ChangePlan plan)
    {
        Half[] own = [.. Halves.Where(half => plan.Request.Covers(half) && plan.Facts[half].Network is not null && plan.Final(half) is not null)];
        if (own.Length < 2) return own.Length == 1 ? own : throw PeeringException.Of(
            nameof(Errors.PeeringNotFound), plan.Request.LocalId.Text, plan.Request.LocalId.Name, plan.Request.RemoteId.Name);
        return RecordPlacement.Choose(
                plan.Facts.Local.Network!, plan.Final(Half.Local)!.Name, plan.Facts.Remote.Network!, plan.Final(Half.Remote)!.Name)
            .Select(place => place.VirtualNetworkId.Equals(plan.Facts.Local.Id) ? Half.Local : Half.Remote);
    }

    private static bool MayTag(ChangePlan plan, Half half) =>
        plan.Request.Covers(half) && plan.Facts[half].Rights.Allows(PermissionNeeds.TagsWrite) != false;

    private static bool IsNameOf(SideState side, string tagName) =>
        string.Equals(tagName, RecordTag.NamePrefix + side.Name, StringComparison.OrdinalIgnoreCase);
}
