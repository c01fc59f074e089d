using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Completion;

/// <summary>Completes subscription ids by id or display name, from what the session's connection sees.</summary>
internal sealed class SubscriptionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (ConnectionStore.Current.Connection is not { } connection) return [];
        return CompletionSource.Ask(token => connection.Open(SilentReporter.Instance).ListSubscriptionsAsync(token))
            .Where(found => CompletionSource.Fits(wordToComplete, found.SubscriptionId, found.DisplayName))
            .Select(found => new CompletionResult(
                found.SubscriptionId, found.DisplayName, CompletionResultType.ParameterValue, $"{found.DisplayName} ({found.State})"));
    }
}
