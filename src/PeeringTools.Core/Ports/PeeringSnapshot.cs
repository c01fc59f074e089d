namespace PeeringTools.Ports;

/// <summary>
/// A side as it was just read. The adapter derives from it and keeps the raw body, so that a write can send back every
/// member it read, known to us or not.
/// </summary>
internal abstract class PeeringSnapshot(PeeringSide side)
{
    public PeeringSide Side { get; } = side;
}
