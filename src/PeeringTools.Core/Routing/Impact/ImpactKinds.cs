namespace PeeringTools;

/// <summary>What becomes of a way.</summary>
internal static class ImpactKinds
{
    public const string Gained = "Gained";
    public const string Lost = "Lost";
    public const string Rerouted = "Rerouted";
    public const string Uncertain = "Uncertain";
}
