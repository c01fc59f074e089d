namespace PeeringTools.Changes;

/// <summary>Whether a Set parks a pair or brings it back.</summary>
internal enum Parking
{
    None,

    /// <summary>-Disabled: access off, the record remembers which sides were on.</summary>
    Park,

    /// <summary>-Enabled: exactly those sides on again.</summary>
    Restore,
}
