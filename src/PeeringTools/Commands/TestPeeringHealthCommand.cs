using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Health;
using PeeringTools.Inventory;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Holds the health rules against pairs and says what is wrong, why, and which command mends it.</summary>
/// <remarks>
/// <para>
/// Reads the pairs and what surrounds them live, each thing once: subnets, security groups, route tables, interfaces, load balancers, firewalls
/// and private DNS zones, as far as the chosen rules need them. Nothing is written. Reader on the subscriptions is enough.
/// </para>
/// <para>
/// A rule that needs something this identity could not read is skipped and says so; it does not pass, and a pair without findings is then Unknown
/// and not Healthy. Routing findings come from a model of Azure's routing. -Live holds it against the effective routes and security rules of
/// running machines.
/// </para>
/// </remarks>
/// <notes>
/// <para>The role PeeringTools Reader in samples/roles has every right it needs, those of -Live included.</para>
/// <para>A report is an answer, not an error: a script that must fail asks with -Quiet, or looks at Verdict.</para>
/// </notes>
/// <output type="System.Boolean">With -Quiet: whether every pair is Healthy.</output>
/// <example>
/// <para>What is wrong in the whole estate</para>
/// <code estate="Broken">Test-PeeringHealth | ForEach-Object Findings</code>
/// <para>Shows every Error and Warning of every pair, the worst of each pair first.</para>
/// </example>
/// <example>
/// <para>A gate in a pipeline</para>
/// <code>
/// $healthy = Test-PeeringHealth -Rule State.*, Sync.*, Routing.* -Quiet
/// if (-not $healthy) { throw 'The network is not healthy.' }
/// </code>
/// <para>True only where every pair is Healthy by these rules: one that could not be judged is not.</para>
/// </example>
/// <example>
/// <para>The commands that mend what can be mended</para>
/// <code estate="Broken">Get-PeeringPair -OutOfSync | Test-PeeringHealth | ForEach-Object { $_.Findings.Remediation }</code>
/// <para>Each is complete and names real ids. Read them before you run them.</para>
/// </example>
/// <seealso cref="GetPeeringHealthRuleCommand"/>
/// <seealso cref="RepairPeeringPairCommand"/>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso href="docs/rules/README.md"/>
[Cmdlet(VerbsDiagnostic.Test, "PeeringHealth", DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringHealthReport), typeof(bool))]
public sealed class TestPeeringHealthCommand : ScopeCommand
{
    private IReadOnlyList<HealthRule> _rules = [];

    /// <summary>Only these rules, by id; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(HealthRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Rule { get; set; } = [];

    /// <summary>All but these rules, by id; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(HealthRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>Leaves out findings that weigh less. The verdict counts all of them.</summary>
    [Parameter]
    public PeeringSeverity MinimumSeverity { get; set; } = PeeringSeverity.Warning;

    /// <summary>An earlier inventory (paths, evidence objects of Export-PeeringInventory, or pairs): which records were lost since.</summary>
    [Parameter]
    [InventoryFile]
    [ValidateNotNullOrEmpty]
    public object[]? Baseline { get; set; }

    /// <summary>
    /// Asks Azure for the effective routes and security rules of one running machine in each subnet of the pairs, and says where they are not
    /// what the model predicts.
    /// </summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>Returns one value: true where every pair is Healthy and there was no error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        this.OrTerminate(() => _rules = RuleChoice.Of(RuleCatalogue.All, Rule, ExcludeRule));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        NetworkAccess access = new(Connections, worker);
        HealthOptions options = new() { Rules = _rules, MinimumSeverity = MinimumSeverity, Baseline = await this.ReadBaselineAsync(worker).ConfigureAwait(false) };
        bool allHealthy = true;
        foreach (AskedPairs asked in this.Asked())
        {
            EstateReading reading = await new EstateReader(access)
                .ReadAsync(asked.Scope, RuleCatalogue.KindsFor(_rules), worker.Stopping).ConfigureAwait(false);
            PeeringPair[] pairs = [.. asked.Choose(reading.Pairs, worker)];
            ILookup<string, LiveReading>? live = Live ? await new LiveReader(access).ReadAsync(reading.Estate, pairs, worker.Stopping).ConfigureAwait(false) : null;
            HealthRun run = new(reading.Estate, access.Clock, options with { Live = live });
            foreach (PeeringPair pair in pairs)
            {
                worker.Stopping.ThrowIfCancellationRequested();
                PeeringHealthReport report = run.Check(pair);
                allHealthy &= report.Healthy;
                if (!Quiet) await worker.WriteAsync(report).ConfigureAwait(false);
            }

            if (asked.IsEstate) await new CoverageReport(access, worker).WriteAsync(reading.Coverage, asked.Scope).ConfigureAwait(false);
            allHealthy &= asked.IsAnsweredBy(reading, pairs.Length);
        }

        if (Quiet) await worker.WriteAsync(allHealthy).ConfigureAwait(false);
    });

    private async Task<IReadOnlyDictionary<string, PeeringPair>?> ReadBaselineAsync(PipelineWorker worker)
    {
        if (Baseline is null) return null;
        InventoryContent content = await new InventoryInput(this, worker, false).ReadAsync(Baseline).ConfigureAwait(false);
        Dictionary<string, PeeringPair> pairs = new(StringComparer.OrdinalIgnoreCase);
        foreach (PeeringPair pair in content.Pairs) pairs[PairId.Of(pair.Local.VirtualNetworkId, pair.Remote.VirtualNetworkId)] = pair;
        return pairs;
    }
}
