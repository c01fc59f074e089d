using PeeringTools.Ports;

namespace PeeringTools.Changes;

internal sealed class FaultyConnection(IArmNetwork network) : PeeringConnection, IAuxiliaryTokens
{
    internal override IAuxiliaryTokens AuxiliaryTokens => this;

    public bool Covers(string tenantId) => true;

    internal override IArmNetwork Open(IReporter reporter) => network;
}
