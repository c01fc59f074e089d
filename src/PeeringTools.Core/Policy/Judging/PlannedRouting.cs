using PeeringTools.Changes;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>Where packets will go once a plan, and the rows before it in its run, have been carried out.</summary>
/// <param name="read">The networks of the run and what surrounds them, as they are now.</param>
internal sealed class PlannedRouting(Estate read)
{
    private Estate _estate = read;
    private int _carried;

    public RoutingModel After(ChangePlan plan, RunEstate run)
    {
        for (; _carried < run.Plans.Count; _carried++) _estate = PlannedEstate.After(_estate, run.Plans[_carried].ToOutput());
        return new RoutingModel(PlannedEstate.After(_estate, plan.ToOutput()));
    }
}
