namespace PeeringTools.Lab.Estates;

internal static class MigrationEstate
{
    public static void Build(EstateBuilder build) => HubSpokeEstate.Build(build);
}
