using PeeringTools.Ports;

namespace PeeringTools.Connections;

/// <summary>One place for a connection, which also remembers that it was emptied on purpose.</summary>
internal sealed class ConnectionSlot
{
    private readonly object _gate = new();

    public PeeringConnection? Connection { get; private set; }

    /// <summary>The lab behind the connection, when it is one.</summary>
    public ILabSession? Lab { get; private set; }

    /// <summary>True once anything was decided here, be it a connection or its end.</summary>
    public bool Decided { get; private set; }

    /// <summary>The Az context the connection was taken from, so that a later switch of it is noticed; null for all others.</summary>
    public string? AzIdentity { get; private set; }

    public void Fill(PeeringConnection connection, ILabSession? lab, string? azIdentity)
    {
        lock (_gate)
        {
            (Connection, Lab, AzIdentity, Decided) = (connection, lab, azIdentity, true);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            (Connection, Lab, AzIdentity, Decided) = (null, null, null, true);
        }
    }
}
