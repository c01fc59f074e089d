using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// Looks at a pair once more right before its first delete: state and record, live. What was renewed while the run went on
/// stays. Each begin and each end is written down, before and after.
/// </summary>
internal sealed class ExpiryGuard(NetworkAccess access, ExpiryOptions options, ReceiptFile? receipts) : IChangeGuard
{
    private readonly ExpiryRule _rule = new(access.Clock, options);
    private readonly PairScan _scan = new(access);
    private readonly ReceiptWords _words = new(access);

    /// <summary>A file that cannot be written is known before anything is deleted.</summary>
    public void Begin() => receipts?.Open();

    public async Task<string?> HoldAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        // Gone on both sides: only the record is left to sweep up, and that by its very value.
        PeeringPair? now = await _scan.ReadOneAsync(plan.Facts.Local.Id, plan.Facts.Remote.Id, cancellationToken);
        string? reason = now is null ? null : this.ReasonToKeep(plan, now);
        receipts?.Append(reason is null ? _words.Started(plan) : _words.Skipped(plan, reason));
        return reason;
    }

    public void Finished(ChangeOutcome outcome) => receipts?.Append(_words.Ended(outcome));

    public void End() => receipts?.Dispose();

    private string? ReasonToKeep(ChangePlan plan, PeeringPair now)
    {
        ExpiryJudgement judgement = _rule.Judge(now);
        if (judgement.Verdict != ExpiryVerdict.Expired) return Wording.Fill(ExpiryTexts.Meanwhile, judgement.Reason);
        Records.PeeringRecord? planned = plan.Facts.Record().Record;
        bool isSame = now.ExpiresOn == planned?.Expires?.UtcDateTime && now.Owner == planned?.Owner && now.Ticket == planned?.Ticket;
        return isSame ? null : Wording.Fill(ExpiryTexts.Meanwhile, ExpiryTexts.RecordChanged);
    }
}
