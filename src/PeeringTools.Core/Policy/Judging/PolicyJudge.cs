using System.Globalization;
using PeeringTools.Changes;

namespace PeeringTools.Policy;

/// <summary>Holds a policy against pairs, as they are or as a plan would leave them.</summary>
internal sealed class PolicyJudge(PolicyDocument policy, DateTimeOffset now)
{
    private const string Unlisted = "unlisted";

    private readonly RoleMatch _roles = new(policy);

    /// <summary>What a script gets of it.</summary>
    public PeeringPolicyReport Report(PeeringPair pair, PolicySubject subject)
    {
        PolicyJudgement judgement = this.Judge(subject);
        return new PeeringPolicyReport
        {
            Pair = pair,
            Verdict = judgement.Verdict,
            Violations = [.. judgement.Violations],
            Skipped = [.. judgement.Skipped],
            PolicyPath = policy.Path,
        };
    }

    /// <summary>True where a rule about a path speaks of the pair, so that routes have to be known.</summary>
    public bool AsksForPath(PolicySubject subject) => policy.Rules.Any(rule => rule.Paths.Count > 0 && this.SidesOf(rule, subject, out _) is not null);

    public PolicyJudgement Judge(PolicySubject subject)
    {
        PolicyJudgement judgement = new();
        bool isListed = false;
        foreach (PolicyRule rule in policy.Rules)
        {
            RuleSides? sides = this.SidesOf(rule, subject, out bool isKnown);
            if (!isKnown) judgement.Skip(rule, Wording.Fill(PolicyTexts.RoleNotKnown, rule.FirstRole, rule.SecondRole));
            if (sides is null) continue;
            isListed |= !rule.Forbids;
            if (rule.Forbids) Forbid(judgement, rule, sides);
            else this.Demand(judgement, rule, sides, subject);
        }

        // A rule that could not be judged may be the one that lists the pair, and is said above.
        if (!policy.AllowsUnlisted && !isListed && judgement.Verdict == PeeringPolicyVerdict.Compliant)
        {
            PolicyRule unlisted = new() { Id = Unlisted, FirstRole = PolicyRole.Everything, SecondRole = PolicyRole.Everything };
            judgement.Violated(unlisted, PeeringDirection.None, "", "", Wording.Fill(PolicyTexts.NotListed, subject.Local.Name, subject.Remote.Name));
        }

        return judgement;
    }

    /// <summary>Which side stands for which role of a rule; null where the rule does not speak of the pair, or that is not known.</summary>
    private RuleSides? SidesOf(PolicyRule rule, PolicySubject subject, out bool isKnown)
    {
        bool? straight = RoleMatch.And(_roles.Has(subject.Local, rule.FirstRole), _roles.Has(subject.Remote, rule.SecondRole));
        bool? crossed = RoleMatch.And(_roles.Has(subject.Remote, rule.FirstRole), _roles.Has(subject.Local, rule.SecondRole));
        isKnown = straight == true || crossed == true || (straight is not null && crossed is not null);
        if (straight == true) return new RuleSides(subject.Local, PeeringDirection.Local, subject.Remote, PeeringDirection.Remote);
        return crossed == true ? new RuleSides(subject.Remote, PeeringDirection.Remote, subject.Local, PeeringDirection.Local) : null;
    }

    private static void Forbid(PolicyJudgement judgement, PolicyRule rule, RuleSides sides) => judgement.Violated(
        rule, PeeringDirection.None, "", "", Wording.Fill(PolicyTexts.CoupleForbidden, sides.First.Name, rule.FirstRole, sides.Second.Name, rule.SecondRole));

    private void Demand(PolicyJudgement judgement, PolicyRule rule, RuleSides sides, PolicySubject subject)
    {
        foreach (FlagDemand demand in rule.Flags) JudgeFlag(judgement, rule, demand, sides);
        this.JudgeRecord(judgement, rule, subject);
        foreach (PathDemand demand in rule.Paths)
        {
            (PolicySide from, PeeringDirection direction) = demand.From == rule.FirstRole ? (sides.First, sides.FirstDirection) : (sides.Second, sides.SecondDirection);
            PathJudge.Judge(judgement, rule, demand, from, direction, subject);
        }
    }

    private static void JudgeFlag(PolicyJudgement judgement, PolicyRule rule, FlagDemand demand, RuleSides sides)
    {
        SettingMember member = SettingMember.All.First(known => known.Name == demand.Member);
        foreach ((string role, PolicySide side, PeeringDirection direction) in sides.With(rule))
        {
            if (demand.Role is not null && demand.Role != role) continue;
            string name = PolicyRuleReader.Camel(demand.Member);
            if (side.Settings is null)
            {
                judgement.Skip(rule, Wording.Fill(PolicyTexts.SideNotKnown, side.Name, name));
                continue;
            }

            bool actual = member.Read(side.Settings) is true;
            if (actual != demand.Value)
                judgement.Violated(rule, direction, Say(demand.Value), Say(actual), Wording.Fill(PolicyTexts.FlagDiffers, name, side.Name, Say(actual), Say(demand.Value)));
        }
    }

    private void JudgeRecord(PolicyJudgement judgement, PolicyRule rule, PolicySubject subject)
    {
        if (rule.MaximumLifetime is null && rule.Owner is null && rule.Ticket is null) return;
        if (!subject.IsRecordKnown)
        {
            judgement.Skip(rule, PolicyTexts.RecordNotKnown);
            return;
        }

        if (rule.MaximumLifetime is TimeSpan lifetime)
        {
            string latest = Say(now + lifetime);
            if (subject.Expires is null) judgement.Violated(rule, PeeringDirection.None, latest, "", Wording.Fill(PolicyTexts.NeverEnds, latest));
            else if (subject.Expires > now + lifetime)
                judgement.Violated(rule, PeeringDirection.None, latest, Say(subject.Expires.Value), Wording.Fill(PolicyTexts.EndsTooLate, Say(subject.Expires.Value), latest));
        }

        JudgeWord(judgement, rule, nameof(PeeringPair.Owner), rule.Owner, subject.Owner);
        JudgeWord(judgement, rule, nameof(PeeringPair.Ticket), rule.Ticket, subject.Ticket);
    }

    private static void JudgeWord(PolicyJudgement judgement, PolicyRule rule, string name, string? pattern, string? actual)
    {
        if (pattern is null || (!string.IsNullOrEmpty(actual) && Pattern.Fits(pattern, actual!))) return;
        string message = string.IsNullOrEmpty(actual) ? Wording.Fill(PolicyTexts.WordMissing, name, pattern) : Wording.Fill(PolicyTexts.WordDiffers, name, actual, pattern);
        judgement.Violated(rule, PeeringDirection.None, pattern, actual ?? "", message);
    }

    private static string Say(bool value) => value ? "true" : "false";

    private static string Say(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
