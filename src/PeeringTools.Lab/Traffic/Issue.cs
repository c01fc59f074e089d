namespace PeeringTools.Lab.Traffic;

/// <summary>Why a probe does not get through, in the words of Network Watcher.</summary>
/// <param name="Origin">Local, Inbound or Outbound.</param>
/// <param name="Type">NetworkSecurityRule, UserDefinedRoute, GuestFirewall, Platform or Unknown.</param>
/// <param name="Key">What the context names; null for none.</param>
/// <param name="Value">The rule or the route.</param>
internal sealed record Issue(string Origin, string Type, string? Key = null, string? Value = null);

/// <summary>One station of a probe.</summary>
internal sealed record Hop(string Type, string Address, string ResourceId)
{
    public List<Issue> Issues { get; } = [];
}
