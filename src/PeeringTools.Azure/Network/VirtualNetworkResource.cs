using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Network;

/// <summary>A virtual network in ARM.</summary>
internal sealed class VirtualNetworkResource : ArmResource
{
    private readonly ArmChannel _channel;
    private readonly ResourceId _id;

    public VirtualNetworkResource(ArmSession session, ResourceId id)
        : base(session, new ResourceIdentifier(id.Text)) =>
        (_channel, _id) = (new ArmChannel(Pipeline, session), id);

    public Task<VirtualNetworkData> GetAsync(CancellationToken cancellationToken)
    {
        Uri address = _channel.Address(_id.Text, _channel.Session.Access.NetworkApiVersion);
        return _channel.ReadAsync(address, ArmSubject.Of(_id), json => VirtualNetworkReader.ReadAsync(json), cancellationToken);
    }
}
