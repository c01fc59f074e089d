namespace PeeringTools.Policy;

/// <summary>What holds for pairs of two roles.</summary>
internal sealed record PolicyRule
{
    public required string Id { get; init; }

    /// <summary>The line of the file it begins in.</summary>
    public int Line { get; init; }

    public required string FirstRole { get; init; }

    public required string SecondRole { get; init; }

    public PeeringSeverity Severity { get; init; } = PeeringSeverity.Error;

    /// <summary>True where such pairs may not be at all.</summary>
    public bool Forbids { get; init; }

    /// <summary>The policy's own words, shown with every violation; null where it gives none.</summary>
    public string? Because { get; init; }

    public IReadOnlyList<FlagDemand> Flags { get; init; } = [];

    /// <summary>How far away the end of the pair may lie; null where it need not end.</summary>
    public TimeSpan? MaximumLifetime { get; init; }

    /// <summary>A pattern the record's owner has to fit; null where none is asked for.</summary>
    public string? Owner { get; init; }

    public string? Ticket { get; init; }

    public IReadOnlyList<PathDemand> Paths { get; init; } = [];
}

/// <summary>A flag that has to be on, or off, at the side of one role or at both.</summary>
/// <param name="Role">The role whose side it is about; null for both sides.</param>
/// <param name="Member">The member of a peering, by its name in <see cref="PeeringSettings"/>.</param>
/// <param name="Value">What it has to be.</param>
internal sealed record FlagDemand(string? Role, string Member, bool Value);

/// <summary>From every subnet of the role's network, traffic to the destination takes this next hop and arrives both ways.</summary>
/// <param name="From">The role whose network sends.</param>
/// <param name="To">An address or a prefix.</param>
/// <param name="Via">The appliance's address; null where traffic goes straight through the peering.</param>
/// <param name="Protocol">Tcp, Udp, Icmp or <c>*</c>.</param>
/// <param name="Port">The destination port; null for any.</param>
internal sealed record PathDemand(string From, AddressPrefix To, AddressPrefix? Via, string Protocol = "*", int? Port = null);
