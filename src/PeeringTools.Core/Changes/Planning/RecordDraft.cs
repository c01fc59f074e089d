using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>The tag writes that belong to a plan: a record is written before the peering and removed after it.</summary>
internal sealed class RecordDraft(ChangePlan plan, RecordReading reading, DateTimeOffset now)
{
    private static readonly TimeSpan PlanTime = TimeSpan.FromHours(1);

    private readonly List<string> _warnings = [];

    /// <summary>Adds the tag writes, or the problem that forbids them.</summary>
    public static ChangePlan Add(ChangePlan plan, DateTimeOffset now)
    {
        try
        {
            return new RecordDraft(plan, plan.Facts.Record(), now).Add();
        }
        catch (PeeringException refused)
        {
            return plan with { Problems = [.. plan.Problems, refused.Error] };
        }
    }

    private ChangePlan Add() => plan.Request.Kind switch
    {
        ChangeKind.New => this.ForNew(),
        ChangeKind.Set => this.ForSet(),
        ChangeKind.Remove => this.With([], this.Removals()),
        _ => plan,
    };

    private ChangePlan ForNew()
    {
        RecordWish wish = plan.Request.Record;
        bool isFresh = plan.Facts.Side(Half.Local) is null && plan.Facts.Side(Half.Remote) is null;
        // What an earlier pair of the same networks left behind would expire the new one.
        PeeringRecord? present = reading.Record;
        if (isFresh && !wish.IsGiven) return plan.Steps.Count == 0 ? plan : this.With(this.Removals(), []);
        if (!wish.IsGiven) return plan;
        if (IsMadeFor(wish.Lifetime, present)) wish = wish with { ExpiresOn = present!.Expires };
        bool creates = plan.Creates(Half.Local) || plan.Creates(Half.Remote);
        if (!creates && wish.ExpiresOn is not null && wish.ExpiresOn != present?.Expires)
        {
            throw PeeringException.Of(
                nameof(Errors.PairExistsUseSet), plan.Request.LocalId.Text, plan.Request.LocalId.Name, plan.Request.RemoteId.Name);
        }

        PeeringRecord basis = isFresh ? this.Empty() : present ?? this.Empty();
        return this.With(this.Writes(RecordWishes.Apply(wish, basis)), []);
    }

    /// <summary>
    /// True where the pair was made with this lifetime, which a second run counts from another now. Between a request and its record
    /// lie the checks of a plan.
    /// </summary>
    private static bool IsMadeFor(TimeSpan? lifetime, PeeringRecord? record) =>
        lifetime is { } span && record is { Created: { } made, Expires: { } end } && (end - made - span).Duration() < PlanTime;

    private ChangePlan ForSet()
    {
        PeeringRecord basis = reading.Record ?? this.Empty();
        PeeringRecord wanted = RecordWishes.Apply(plan.Request.Record, basis);
        switch (plan.Request.Parking)
        {
            case Parking.Park when ParkedSides.On(plan.Facts) is PeeringDirection on and not PeeringDirection.None:
                // A parking that was cut off has turned one side off already; its record still knows better.
                return this.With(this.Writes(wanted with { Parked = ParkedSides.Union(on, reading.Record?.Parked) }), []);
            case Parking.Restore when reading.Record?.Parked is not null:
                // Until the flags are back, the record is all that knows what they were.
                wanted = wanted with { Parked = null };
                return this.With([], RecordWishes.IsEmpty(wanted) ? this.Removals() : this.Writes(wanted));
            default:
                if (!plan.Request.Record.IsGiven) return plan;
                return this.With(RecordWishes.IsEmpty(wanted) ? this.Removals() : this.Writes(wanted), []);
        }
    }

    private PeeringRecord Empty() => new()
    {
        PairId = plan.Facts.PairId,
        Created = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()),
    };

    /// <summary>One write where the record belongs, and the end of every other copy.</summary>
    private List<ChangeStep> Writes(PeeringRecord record)
    {
        RecordCopy[] copies = [.. reading.Copies.Where(this.IsOurs)];
        if (RecordPlaces.OfOtherOperator(plan, copies) is Half other)
        {
            // A second copy that differs would only make both unreadable.
            _warnings.Add(Wording.Fill(PlanTexts.WarnRecordOthers, plan.Facts[other].Name));
            return [];
        }

        (Half half, string name) = RecordPlaces.Choose(plan, copies, _warnings);
        VirtualNetwork network = plan.Facts[half].Network!;
        string? before = network.Tags.TryGetValue(name, out string? value) ? value : null;
        List<ChangeStep> steps = [];
        if (!IsSame(before, record)) steps.Add(this.Tag(StepKind.MergeTag, half, name, before, RecordTag.Format(record)));
        steps.AddRange(copies
            .Where(copy => !(copy.VirtualNetworkId.Equals(network.Id) && string.Equals(copy.TagName, name, StringComparison.OrdinalIgnoreCase)))
            .Select(this.Removal));
        return steps;
    }

    private List<ChangeStep> Removals()
    {
        List<ChangeStep> steps = [];
        foreach (RecordCopy copy in reading.Copies.Where(this.IsOurs))
        {
            // Litter that cannot be swept up is no reason to keep a pair.
            if (plan.Facts[this.HalfOf(copy)].Rights.Allows(PermissionNeeds.TagsWrite) == false)
                _warnings.Add(Wording.Fill(PlanTexts.WarnTagStays, copy.TagName, copy.VirtualNetworkId.Name));
            else if (plan.Request.Covers(this.HalfOf(copy))) steps.Add(this.Removal(copy));
        }

        return steps;
    }

    /// <summary>A foreign copy under our side's name speaks of another pair; it is not ours to remove.</summary>
    private bool IsOurs(RecordCopy copy) =>
        copy.Record is null || string.Equals(copy.Record.PairId, plan.Facts.PairId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The time of making is not a wish: a second run of one request must find its own record good.</summary>
    private static bool IsSame(string? before, PeeringRecord record) =>
        before is not null && RecordTag.TryParse(before, out PeeringRecord? present) && present with { Created = record.Created } == record;

    private ChangeStep Removal(RecordCopy copy) => this.Tag(StepKind.DeleteTag, this.HalfOf(copy), copy.TagName, copy.TagValue, null);

    private Half HalfOf(RecordCopy copy) => copy.VirtualNetworkId.Equals(plan.Facts.Local.Id) ? Half.Local : Half.Remote;

    private ChangeStep Tag(StepKind kind, Half half, string name, string? before, string? after) => new()
    {
        Kind = kind,
        Half = half,
        TargetId = plan.Facts[half].Id,
        TagName = name,
        TagBefore = before,
        TagAfter = after,
    };

    private ChangePlan With(IEnumerable<ChangeStep> first, IEnumerable<ChangeStep> last) =>
        plan with { Steps = [.. first, .. plan.Steps, .. last], Warnings = [.. plan.Warnings, .. _warnings] };
}
