using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Holds the rules against pairs. Pure: everything was read before.</summary>
internal sealed class HealthRun(Estate estate, TimeProvider clock, HealthOptions options)
{
    private readonly EstateIndex _index = new(estate);

    public PeeringHealthReport Check(PeeringPair pair)
    {
        PairCase one = new(pair, _index, clock.GetUtcNow(), this.BaselineOf(pair)) { HasBaseline = options.Baseline is not null };
        List<PeeringFinding> findings = [];
        List<PeeringSkippedRule> skipped = [];
        foreach (HealthRule rule in options.Rules)
        {
            IEnumerable<RuleOutcome> outcomes = this.WhySkipped(rule, one) is SkippedOutcome reason ? [reason] : rule.Check(one);
            foreach (RuleOutcome outcome in outcomes)
            {
                if (outcome is FoundOutcome found) findings.Add(Finding(rule, found));
                else if (outcome is SkippedOutcome skip) skipped.Add(new PeeringSkippedRule { RuleId = rule.Id, Reason = skip.Reason, Why = skip.Why });
            }
        }

        PeeringHealthVerdict verdict = Verdict(findings, skipped);
        return new PeeringHealthReport
        {
            Pair = pair,
            Verdict = verdict,
            Healthy = verdict == PeeringHealthVerdict.Healthy,
            Findings = [.. findings.Where(finding => finding.Severity >= options.MinimumSeverity)
                .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.RuleId, StringComparer.Ordinal).ThenBy(finding => finding.Side)],
            Skipped = [.. skipped],
            Source = pair.Source,
            AsOf = pair.AsOf,
        };
    }

    /// <summary>A pass over something that was never seen would be a lie, so without any finding it makes the whole unknown.</summary>
    private static PeeringHealthVerdict Verdict(List<PeeringFinding> findings, List<PeeringSkippedRule> skipped)
    {
        if (findings.Exists(finding => finding.Severity == PeeringSeverity.Error)) return PeeringHealthVerdict.Broken;
        if (findings.Exists(finding => finding.Severity == PeeringSeverity.Warning)) return PeeringHealthVerdict.Degraded;
        return skipped.Exists(skip => skip.Reason is PeeringSkipReason.NotRead or PeeringSkipReason.PairNotConnected)
            ? PeeringHealthVerdict.Unknown
            : PeeringHealthVerdict.Healthy;
    }

    private static PeeringFinding Finding(HealthRule rule, FoundOutcome found) => new()
    {
        RuleId = rule.Id,
        Severity = found.Severity ?? rule.Severity,
        Side = found.Side,
        Message = RuleTexts.Fill(rule.Id, found.Text, found.Arguments),
        Evidence = [.. found.Evidence],
        Recommendation = RuleTexts.Fill(rule.Id, RuleTexts.Advice, found.Arguments),
        Remediation = found.Remediation,
    };

    private SkippedOutcome? WhySkipped(HealthRule rule, PairCase pair)
    {
        if (pair.Pair.Status == PeeringPairStatus.Unknown && rule.Area == "State" && pair.Sides.Any(side => !side.Exists))
            return new SkippedOutcome(PeeringSkipReason.NotRead, HealthTexts.SkippedUnknown);
        if (rule.NeedsConnected && !pair.IsConnected)
            return new SkippedOutcome(PeeringSkipReason.PairNotConnected, Wording.Fill(HealthTexts.SkippedNotConnected, pair.Pair.Status));
        if (rule.Needs == SurroundingKinds.None) return null;
        return pair.Sides.Select(side => ReadCheck.WhyUnread(estate, side, rule.Needs)).FirstOrDefault(why => why is not null) is string unread
            ? new SkippedOutcome(PeeringSkipReason.NotRead, unread)
            : null;
    }

    private PeeringPair? BaselineOf(PeeringPair pair) =>
        options.Baseline is not null && options.Baseline.TryGetValue(pair.PairId, out PeeringPair? earlier) ? earlier : null;
}
