namespace PeeringTools.Policy;

internal static class PathJudge
{
    public static void Judge(PolicyJudgement judgement, PolicyRule rule, PathDemand demand, PolicySide from, PeeringDirection direction, PolicySubject subject)
    {
        _ = (demand, from, direction, subject);
        judgement.Skip(rule, PolicyTexts.SurroundingsNotRead);
    }
}
