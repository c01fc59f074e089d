namespace PeeringTools.Changes;

/// <summary>Says which pairs of a run were not begun, and why.</summary>
internal static class RemainingWords
{
    /// <summary>Names listed before the rest is only counted.</summary>
    private const int Named = 20;

    public static string Say(ChangePlan plan, string reason) => Wording.Fill(ExpiryTexts.Kept, NameOf(plan), reason);

    public static string Say(TimeSpan? budget, int all, IReadOnlyList<ChangeOutcome> remaining)
    {
        string names = string.Join(", ", remaining.Take(Named).Select(outcome => NameOf(outcome.Plan)));
        return Wording.Fill(ExpiryTexts.Remaining, budget, remaining.Count, all, remaining.Count > Named ? names + ", ..." : names);
    }

    private static string NameOf(ChangePlan plan) => $"{plan.Facts.Local.Name} - {plan.Facts.Remote.Name}";
}
