using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PeeringTools.Completion;

/// <summary>Completes a text that the networks in sight carry, by any part of it.</summary>
internal abstract class NetworkTextCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NetworksInSight.Ask()
            .SelectMany(this.TextsOf)
            // What would move the cursor is no offer: tags are written by anybody.
            .Where(text => text.Length > 0 && !text.Any(char.IsControl) && CompletionSource.Fits(wordToComplete, text))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(text => new CompletionResult(
                $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'", text, CompletionResultType.ParameterValue, text));

    /// <summary>What one network has to offer.</summary>
    private protected abstract IEnumerable<string> TextsOf(VirtualNetwork network);
}
