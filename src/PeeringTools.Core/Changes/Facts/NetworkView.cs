using PeeringTools.Pairs;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>One network of a request as it was just read, and the way to it.</summary>
internal sealed record NetworkView
{
    public required RemoteReading Reading { get; init; }

    /// <summary>The identity that reads and writes this network.</summary>
    public required IArmNetwork Arm { get; init; }

    public NetworkRights Rights { get; init; } = NetworkRights.NotRead;

    public ResourceId Id => Reading.Network?.Id ?? Reading.Id;

    public string Name => Id.Name;

    public RemoteVisibility Visibility => Reading.Visibility;

    /// <summary>The network where it is readable; null otherwise.</summary>
    public VirtualNetwork? Network => Reading.Network;

    /// <summary>Why it is not.</summary>
    public PeeringError? Trouble => Reading.Problem;
}
