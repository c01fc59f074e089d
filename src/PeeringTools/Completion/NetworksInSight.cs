using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Completion;

/// <summary>The virtual networks that the session's connection sees, for those who press Tab.</summary>
internal static class NetworksInSight
{
    /// <summary>What could be read in time; empty without a connection.</summary>
    public static IEnumerable<VirtualNetwork> Ask() => ConnectionStore.Current.Connection is { } connection
        ? CompletionSource.Ask(token => ListAsync(connection, token)).SelectMany(page => page)
        : [];

    private static async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListAsync(
        PeeringConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        NetworkAccess access = new([connection], SilentReporter.Instance);
        foreach (string subscription in await access.DefaultSubscriptionIdsAsync(cancellationToken).ConfigureAwait(false))
        {
            IArmNetwork network = await access.ForAsync(subscription, cancellationToken).ConfigureAwait(false);
            await foreach (IReadOnlyList<VirtualNetwork> page in network
                .ListVirtualNetworksAsync(subscription, null, withSubnets: false, cancellationToken).ConfigureAwait(false)) yield return page;
        }
    }
}
