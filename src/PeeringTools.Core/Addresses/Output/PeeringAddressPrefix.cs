namespace PeeringTools;

/// <summary>A prefix that nothing in the estate uses.</summary>
public sealed class PeeringAddressPrefix
{
    /// <summary>The free prefix, in CIDR notation.</summary>
    public string AddressPrefix { get; set; } = "";

    /// <summary>The range it was looked for in.</summary>
    public string Within { get; set; } = "";

    /// <summary>How many networks' space was held against it.</summary>
    public int Networks { get; set; }

    /// <summary>Where the networks were read.</summary>
    public string Source { get; set; } = "";

    /// <summary>When they were read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => AddressPrefix;
}
