using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Health;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Shows the rules that Test-PeeringHealth holds against pairs.</summary>
/// <remarks>
/// <para>
/// Reads nothing but the catalogue in the module, so it needs no connection. Each rule says when it fires and why that matters, how much a
/// finding usually weighs, which kinds of resources it reads besides networks and peerings, and where its page is.
/// </para>
/// </remarks>
/// <notes>
/// <para>The pages of the rules lie in docs/rules of the module's folder, which (Get-Module PeeringTools).ModuleBase says.</para>
/// </notes>
/// <example>
/// <para>The whole catalogue</para>
/// <code>Get-PeeringHealthRule</code>
/// <para>Shows every rule with its severity and title.</para>
/// </example>
/// <example>
/// <para>What an identity must be able to read</para>
/// <code>Get-PeeringHealthRule -Id Routing.*, Forwarding.* | ForEach-Object { "$($_.Id): $($_.Needs)" }</code>
/// <para>Lists the kinds of resources that the routing rules look at. Where one cannot be read, the rules that need it are skipped, not passed.</para>
/// </example>
/// <seealso cref="TestPeeringHealthCommand"/>
/// <seealso href="docs/rules/README.md"/>
[Cmdlet(VerbsCommon.Get, "PeeringHealthRule")]
[OutputType(typeof(PeeringHealthRule))]
public sealed class GetPeeringHealthRuleCommand : PeeringCommand
{
    /// <summary>Only rules with such an id; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(HealthRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.OrTerminate(() =>
    {
        foreach (HealthRule rule in RuleChoice.Of(RuleCatalogue.All, Id, [])) this.WriteObject(rule.ToOutput());
    });
}
