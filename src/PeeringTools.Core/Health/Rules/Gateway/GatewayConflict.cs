namespace PeeringTools.Health;

internal sealed class GatewayConflict() : HealthRule("Gateway.Conflict", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide user in pair.Sides.Where(side => side.Side.UseRemoteGateways && side.Network is not null))
        {
            string[] rivals = [.. user.Network!.GatewayIds, .. OtherUses(user)];
            if (rivals.Length == 0) continue;
            yield return new FoundOutcome(user.Direction)
            {
                Arguments = [user.Name, pair.Other(user).Name, string.Join(", ", rivals.Select(id => id.Substring(id.LastIndexOf('/') + 1)))],
                Evidence = [Evidence.Line($"{user.Name} useRemoteGateways", true), .. Evidence.List("beside it", rivals)],
                Remediation = Remedy.Look(user),
            };
        }
    }

    /// <summary>Other peerings of the same network that use a remote gateway too.</summary>
    private static IEnumerable<string> OtherUses(CaseSide user) => user.Network!.Peerings
        .Where(side => side.UseRemoteGateways && !string.Equals(side.Name, user.Side.Name, StringComparison.OrdinalIgnoreCase))
        .Select(side => side.Id ?? side.Name ?? "");
}
