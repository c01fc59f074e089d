using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Health;

namespace PeeringTools.Completion;

/// <summary>Completes the ids of health rules by any part of them. The catalogue is in the module, so nothing is asked.</summary>
internal sealed class HealthRuleCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from rule in RuleCatalogue.All
        where CompletionSource.Fits(wordToComplete.Trim('*'), rule.Id)
        select new CompletionResult(rule.Id, rule.Id, CompletionResultType.ParameterValue, RuleTexts.Of(rule.Id, RuleTexts.Title));
}
