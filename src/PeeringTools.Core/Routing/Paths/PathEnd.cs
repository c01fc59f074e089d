namespace PeeringTools.Routing;

/// <summary>One end of a path: an address, and what is known of where it is.</summary>
internal sealed record PathEnd
{
    /// <summary>What was asked for.</summary>
    public required string Asked { get; init; }

    public required AddressPrefix Address { get; init; }

    /// <summary>The subnet it lies in; null beyond the networks of the estate.</summary>
    public SubnetPlace? Place { get; init; }

    /// <summary>How the address was chosen, in words; empty where it was asked for.</summary>
    public string Choice { get; init; } = "";

    public bool IsPublic => Place is null && !Prefixes.IsPrivate(Address);
}
