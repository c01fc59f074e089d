using PeeringTools.Ports;

namespace PeeringTools.Azure;

/// <summary>A side as ARM just gave it, with the raw members that a write sends back.</summary>
internal sealed class ArmPeeringSnapshot(PeeringSide side, ReadOnlyMemory<byte> properties) : PeeringSnapshot(side)
{
    /// <summary>The <c>properties</c> object in UTF-8, byte for byte.</summary>
    public ReadOnlyMemory<byte> Properties { get; } = properties;
}
