using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PeeringTools.Completion;

/// <summary>Completes the ids of virtual networks by any part of their name or group.</summary>
internal sealed class VirtualNetworkCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NetworksInSight.Ask()
            .Where(found => CompletionSource.Fits(wordToComplete, found.Id.Text))
            .OrderBy(found => found.Id.Name, StringComparer.OrdinalIgnoreCase)
            .Select(found => new CompletionResult(
                $"'{found.Id.Text}'", found.Id.Name, CompletionResultType.ParameterValue,
                $"{found.Id.ResourceGroupName}, {found.Location}, {string.Join(" ", found.AddressPrefixes)}"));
}
