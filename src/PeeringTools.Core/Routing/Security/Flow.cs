namespace PeeringTools.Routing;

/// <summary>What a first packet looks like.</summary>
/// <param name="Source">One address.</param>
/// <param name="Destination">One address.</param>
/// <param name="Protocol">Tcp, Udp, Icmp, Esp, Ah, or <c>*</c> where it is left open.</param>
/// <param name="Port">Destination port; null where it is left open.</param>
internal sealed record Flow(AddressPrefix Source, AddressPrefix Destination, string Protocol = "*", int? Port = null)
{
    /// <summary>
    /// True asks whether anything gets through: where protocol or port are left open, a rule about some of them allows and does not deny.
    /// False asks about all of it, and such a rule leaves the answer open.
    /// </summary>
    public bool IsAny { get; init; }

    /// <summary>Ids of the application security groups the source is in.</summary>
    public IReadOnlyList<string> SourceGroups { get; init; } = [];

    public IReadOnlyList<string> DestinationGroups { get; init; } = [];
}
