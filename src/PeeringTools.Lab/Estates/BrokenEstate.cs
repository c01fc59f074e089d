namespace PeeringTools.Lab.Estates;

internal static class BrokenEstate
{
    public static void Build(EstateBuilder build) => HubSpokeEstate.Build(build);
}
