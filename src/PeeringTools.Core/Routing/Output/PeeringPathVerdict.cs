namespace PeeringTools;

/// <summary>Whether the model lets traffic through.</summary>
public enum PeeringPathVerdict
{
    /// <summary>Something that decides could not be read.</summary>
    Unknown,

    /// <summary>Both directions arrive.</summary>
    Reachable,

    /// <summary>At least one direction is stopped.</summary>
    Blocked,
}
