using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Network;

/// <summary>The virtual networks of a subscription or of a resource group.</summary>
internal sealed class VirtualNetworkCollection : ArmCollection
{
    private readonly ArmChannel _channel;
    private readonly ResourceId _scope;

    public VirtualNetworkCollection(ArmSession session, ResourceId scope)
        : base(session, new ResourceIdentifier(scope.Text)) =>
        (_channel, _scope) = (new ArmChannel(Pipeline, session), scope);

    /// <summary>Page by page, each as soon as it has arrived.</summary>
    public IAsyncEnumerable<IReadOnlyList<VirtualNetworkData>> GetAllAsync(bool withSubnets, CancellationToken cancellationToken)
    {
        Uri address = _channel.Address(
            _scope.Text + "/providers/" + ResourceId.VirtualNetworkType, _channel.Session.Access.NetworkApiVersion);
        return _channel.ReadPagesAsync(address, ArmSubject.Of(_scope), json => VirtualNetworkReader.ReadAsync(json, withSubnets), cancellationToken);
    }
}
