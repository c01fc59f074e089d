namespace PeeringTools.Policy;

/// <summary>What was found while a policy was held against a pair.</summary>
internal sealed class PolicyJudgement
{
    private readonly List<PeeringPolicyViolation> _violations = [];
    private readonly List<PeeringSkippedRule> _skipped = [];

    public IReadOnlyList<PeeringPolicyViolation> Violations => [.. _violations.OrderByDescending(violation => violation.Severity)];

    public IReadOnlyList<PeeringSkippedRule> Skipped => _skipped;

    public PeeringPolicyVerdict Verdict => _violations.Count > 0 ? PeeringPolicyVerdict.Violated
        : _skipped.Count > 0 ? PeeringPolicyVerdict.Unknown : PeeringPolicyVerdict.Compliant;

    public void Violated(PolicyRule rule, PeeringDirection side, string expected, string actual, string message) => _violations.Add(new PeeringPolicyViolation
    {
        RuleId = rule.Id,
        Line = rule.Line,
        Severity = rule.Severity,
        Side = side,
        Expected = expected,
        Actual = actual,
        Message = message,
        Because = rule.Because,
    });

    public void Skip(PolicyRule rule, string why) => _skipped.Add(new PeeringSkippedRule { RuleId = rule.Id, Why = why });
}
