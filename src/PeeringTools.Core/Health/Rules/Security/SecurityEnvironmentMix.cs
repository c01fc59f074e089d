namespace PeeringTools.Health;

/// <remarks>The tag environment, or env. What serves all environments (shared, hub ...) mixes nothing.</remarks>
internal sealed class SecurityEnvironmentMix() : HealthRule("Security.EnvironmentMix", PeeringSeverity.Warning)
{
    private static readonly string[] TagNames = ["environment", "env"];
    private static readonly string[] Production = ["prod", "prd", "production", "live"];
    private static readonly string[] ForAll = ["shared", "common", "hub", "platform", "connectivity", "core", "management", "all"];

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (EnvironmentOf(pair.Local) is not string local || EnvironmentOf(pair.Remote) is not string remote) yield break;
        if (Is(local, ForAll) || Is(remote, ForAll) || Is(local, Production) == Is(remote, Production)) yield break;
        yield return new FoundOutcome(PeeringDirection.Both)
        {
            Arguments = [pair.Local.Name, local, pair.Remote.Name, remote],
            Evidence = [Evidence.Line($"{pair.Local.Name} environment", local), Evidence.Line($"{pair.Remote.Name} environment", remote)],
            Remediation = Remedy.Look(pair.Local),
        };
    }

    private static string? EnvironmentOf(CaseSide side) => side.Network?.Tags
        .Where(tag => Is(tag.Key, TagNames) && !string.IsNullOrWhiteSpace(tag.Value)).Select(tag => tag.Value.Trim()).FirstOrDefault();

    private static bool Is(string text, string[] words) => words.Contains(text, StringComparer.OrdinalIgnoreCase);
}
