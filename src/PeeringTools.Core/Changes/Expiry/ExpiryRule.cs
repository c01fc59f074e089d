using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>
/// Decides whether a pair has expired. One rule for the selection and for the last look before each delete. In doubt a pair
/// stays: only one readable record, bound to this very pair, on a pair that is seen from both ends, can end it.
/// </summary>
internal sealed class ExpiryRule(TimeProvider clock, ExpiryOptions options)
{
    public ExpiryJudgement Judge(PeeringPair pair)
    {
        switch (pair.RecordState)
        {
            case PeeringRecordState.None:
                return new(ExpiryVerdict.Permanent, ExpiryTexts.NoRecord);
            case PeeringRecordState.Conflict:
                return new(ExpiryVerdict.Skipped, ExpiryTexts.Conflict);
            case PeeringRecordState.Foreign:
                return new(ExpiryVerdict.Skipped, ExpiryTexts.Foreign);
            case PeeringRecordState.Unparsable:
                return new(ExpiryVerdict.Skipped, ExpiryTexts.Unparsable);
            case PeeringRecordState.Ok:
                return pair.ExpiresOn is DateTime end ? this.JudgeEnd(pair, end) : new(ExpiryVerdict.Permanent, ExpiryTexts.NoExpiry);
            default:
                return new(ExpiryVerdict.Skipped, Wording.Fill(ExpiryTexts.RecordOtherwise, pair.RecordState));
        }
    }

    /// <summary>The same for the record of a pair that is gone: what a removal that was cut off has left.</summary>
    public ExpiryJudgement Judge(RecordReading left) => left.State == PeeringRecordState.Ok && left.Record?.Expires is DateTimeOffset end
        ? this.JudgeTime(end) ?? new ExpiryJudgement(ExpiryVerdict.Expired)
        : new ExpiryJudgement(ExpiryVerdict.Skipped, Wording.Fill(ExpiryTexts.RecordOtherwise, left.State));

    private ExpiryJudgement JudgeEnd(PeeringPair pair, DateTimeOffset end)
    {
        if (this.JudgeTime(end) is ExpiryJudgement early) return early;
        if (pair.ManagedBy is string owner) return new(ExpiryVerdict.Skipped, Wording.Fill(ExpiryTexts.Managed, owner, pair.ManagedEvidence));
        if (pair.Status == PeeringPairStatus.RemoteNotVisible) return new(ExpiryVerdict.Skipped, ExpiryTexts.NotVisible);
        if (pair.Status == PeeringPairStatus.Unknown) return new(ExpiryVerdict.Skipped, ExpiryTexts.NotRead);
        bool isClosed = new[] { pair.Local, pair.Remote }.All(side => !side.Exists || side.AllowVirtualNetworkAccess == false);
        return options.DisableOnly && isClosed ? new(ExpiryVerdict.Parked, ExpiryTexts.ParkedAlready) : new(ExpiryVerdict.Expired);
    }

    private ExpiryJudgement? JudgeTime(DateTimeOffset end)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (now < end) return new(ExpiryVerdict.NotYet, Wording.Fill(ExpiryTexts.NotYet, Instants.Say(end)));
        // A grace beyond the end of the calendar is one that never ends.
        return now - end < options.Grace ? new(ExpiryVerdict.NotYet, Wording.Fill(ExpiryTexts.InGrace, Instants.Say(end), options.Grace)) : null;
    }
}
