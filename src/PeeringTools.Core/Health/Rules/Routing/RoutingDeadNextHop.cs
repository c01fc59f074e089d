using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class RoutingDeadNextHop() : HealthRule("Routing.DeadNextHop", PeeringSeverity.Error, SurroundingKinds.RouteTables)
{
    private const string Nobody = "Nobody";
    private const string DoesNotForward = "NoForwarding";

    /// <summary>Only asked for where a route leads to an appliance at all.</summary>
    public override SurroundingKinds Uses => SurroundingKinds.Appliances;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        List<string> unread = [];
        foreach (CaseSide side in pair.Sides)
        {
            IEnumerable<Detour> over = pair.Estate.Detours.OverPeering(side).Where(detour => detour.IsAppliance);
            foreach (Detour detour in over.Union(pair.Estate.Detours.AcrossPeering(side)))
            {
                Appliance appliance = Appliance.Of(pair.Estate.Model, detour);
                if (appliance.State == ApplianceState.Unread) unread.Add(Wording.Fill(HealthTexts.SkippedAppliance, detour.Route.NextHopIpAddress, appliance.Owner?.Problem?.Message));
                if (appliance.State is ApplianceState.Nobody or ApplianceState.DoesNotForward) yield return this.Found(side, detour, appliance);
            }
        }

        if (unread.Count > 0) yield return new SkippedOutcome(PeeringSkipReason.NotRead, unread[0].Trim());
    }

    private FoundOutcome Found(CaseSide side, Detour detour, Appliance appliance)
    {
        bool isNobody = appliance.State == ApplianceState.Nobody;
        string what = RuleTexts.Fill(Id, isNobody ? Nobody : DoesNotForward, [appliance.Owner?.Name]);
        string? silent = appliance.Owner?.Interfaces.FirstOrDefault(nic => !nic.EnableIPForwarding)?.Id;
        return new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name, detour.Name, detour.Route.NextHopIpAddress ?? HealthTexts.NoValue, what],
            Evidence = [.. detour.Lines(), .. appliance.Owner?.Id is string id ? [Evidence.Line("at the address", id)] : Array.Empty<string>()],
            Remediation = silent is null ? Remedy.Show("network route-table route", detour.Id) : Remedy.LetForward(silent),
        };
    }
}
