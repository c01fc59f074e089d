using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PeeringTools.Completion;

/// <summary>Shows how a span of time is written.</summary>
internal sealed class SpanCompleter : IArgumentCompleter
{
    private static readonly string[] Spans = ["2h", "12h", "1d", "7d", "14d", "30d", "42d", "90d"];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Spans.Where(span => span.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(span => new CompletionResult(span, span, CompletionResultType.ParameterValue, Records.Spans.Read(span).ToString()));
}
