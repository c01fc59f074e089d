using PeeringTools.Access;
using PeeringTools.Changes;
using PeeringTools.Estates;
using PeeringTools.Surroundings;
using Half = PeeringTools.Changes.Half;

namespace PeeringTools.Health;

/// <summary>Adds to plans that park pairs which security rules will let their traffic through all the same.</summary>
internal sealed class ParkingWarnings(NetworkAccess access)
{
    private const SurroundingKinds Kinds = SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.NetworkInterfaces;

    /// <returns>The plans in their order; those that park nothing as they were.</returns>
    public async Task<IReadOnlyList<ChangePlan>> AddAsync(IReadOnlyList<ChangePlan> plans, CancellationToken cancellationToken)
    {
        VirtualNetwork[] networks = [.. plans.Where(Parks).SelectMany(plan => new[] { plan.Facts.Local.Network, plan.Facts.Remote.Network })
            .OfType<VirtualNetwork>().GroupBy(network => network.Id).Select(same => same.First())];
        if (networks.Length == 0) return plans;
        EstateIndex estate = new(await new SurroundingsReader(access).ReadAsync(networks, Kinds, cancellationToken).ConfigureAwait(false));
        return [.. plans.Select(plan => Parks(plan) ? plan with { Warnings = [.. plan.Warnings, .. Lines(estate, plan)] } : plan)];
    }

    private static bool Parks(ChangePlan plan) => plan.Request.Parking == Parking.Park && !plan.IsBlocked;

    private static IEnumerable<string> Lines(EstateIndex estate, ChangePlan plan)
    {
        CaseSide local = SideOf(plan.Facts, Half.Local);
        CaseSide remote = SideOf(plan.Facts, Half.Remote);
        return StillOpen.Lines(estate, local, remote).Concat(StillOpen.Lines(estate, remote, local));
    }

    private static CaseSide SideOf(PairView facts, Half half)
    {
        NetworkView view = facts[half];
        PeeringSide side = facts.Side(half) ?? new PeeringSide
        {
            VirtualNetworkId = view.Id.Text,
            VirtualNetworkName = view.Name,
            SubscriptionId = view.Id.SubscriptionId,
        };
        return new CaseSide(half, side, view.Network);
    }
}
