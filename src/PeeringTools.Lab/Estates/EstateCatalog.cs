using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Estates;

/// <summary>The built-in estates by name.</summary>
internal static class EstateCatalog
{
    public static void Build(string name, LabEngine engine, int networks)
    {
        lock (engine.Gate)
        {
            EstateBuilder builder = new(engine.Estate);
            switch (name)
            {
                case "HubSpoke":
                    HubSpokeEstate.Build(builder);
                    break;
                case "Migration":
                    MigrationEstate.Build(builder);
                    break;
                case "Analytics":
                    AnalyticsEstate.Build(builder);
                    break;
                case "Broken":
                    BrokenEstate.Build(builder);
                    break;
                case "Large":
                    LargeEstate.Build(builder, networks);
                    break;
                default:
                    EstateBuilder.Group(builder.Subscription("Sandbox"), "rg-network");
                    break;
            }

            DefaultCaller.Ensure(engine);
        }
    }
}
