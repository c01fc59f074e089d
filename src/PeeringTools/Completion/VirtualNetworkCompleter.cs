using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Access;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Completion;

/// <summary>Completes the ids of virtual networks by any part of their name or group.</summary>
internal sealed class VirtualNetworkCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (ConnectionStore.Current.Connection is not { } connection) return [];
        return CompletionSource.Ask(token => ListAsync(connection, token))
            .SelectMany(page => page)
            .Where(found => CompletionSource.Fits(wordToComplete, found.Id.Text))
            .OrderBy(found => found.Id.Name, StringComparer.OrdinalIgnoreCase)
            .Select(found => new CompletionResult(
                $"'{found.Id.Text}'", found.Id.Name, CompletionResultType.ParameterValue,
                $"{found.Id.ResourceGroupName}, {found.Location}, {string.Join(" ", found.AddressPrefixes)}"));
    }

    private static async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListAsync(
        PeeringConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
