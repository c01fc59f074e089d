using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>What a service made, it makes again: such a pair is changed there. Never skipped.</summary>
internal sealed class ManagedCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        if (context.Plan.Steps.Count == 0) yield break;
        if (context.Request.Kind == ChangeKind.Remove && context.Request.IncludeManaged) yield break;
        PairView facts = context.Facts;
        if (Ownership.Of(facts.End(Half.Local), facts.End(Half.Remote)) is not OwnershipFinding finding) yield break;
        string id = facts.Side(Half.Local)?.Id ?? facts.Side(Half.Remote)?.Id ?? facts.Local.Id.Text;
        yield return PeeringError.Of(nameof(Errors.ManagedPeering), id, id, finding.ManagedBy, finding.Evidence);
    }
}
