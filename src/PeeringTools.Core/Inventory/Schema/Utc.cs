namespace PeeringTools.Inventory;

/// <summary>Instants of objects that may have been anywhere: comparing dates ignores what zone they are of.</summary>
internal static class Utc
{
    /// <summary>The instant in UTC; a default one, which means that it is not known, stays as it is.</summary>
    public static DateTime Of(DateTime instant) => instant == default ? default : instant.ToUniversalTime();
}
