using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Pipeline;
using PeeringTools.Policy;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Commands;

/// <summary>Holds a policy file against pairs: who may peer with whom, with which flags, for how long, for whom and by which way.</summary>
/// <remarks>
/// <para>Gives one report per pair with a verdict: Compliant, Violated with every violation, or Unknown where a rule could not be judged
/// because something it depends on was not read. Unknown is never Compliant.</para>
/// <para>The policy is a JSON file; docs/policy.md describes it. A file with mistakes is refused with all of them, each with its line and path.
/// The same file refuses plans of New-PeeringPair and Set-PeeringPair with -PolicyPath.</para>
/// <para>Pairs of Import-PeeringInventory are judged without a connection. They carry no tags and no routes, so rules that need those are
/// skipped, with the reason.</para>
/// </remarks>
/// <notes>
/// <para>The role PeeringTools Reader in samples/roles has every right it needs. The policies of the examples lie in samples/policies of the module's
/// folder.</para>
/// </notes>
/// <output type="System.Boolean">With -Quiet: whether every pair is Compliant.</output>
/// <example>
/// <para>Everything that breaks the policy</para>
/// <code>
/// $policy = "$((Get-Module PeeringTools).ModuleBase)/samples/policies/hub-and-spoke.json"
/// Test-PeeringPolicy $policy | Where-Object Verdict -ne Compliant
/// </code>
/// <para>One report per pair; Violations says what, where, what was expected and what was found.</para>
/// </example>
/// <example>
/// <para>A step of a pipeline that fails</para>
/// <code>
/// $policy = "$((Get-Module PeeringTools).ModuleBase)/samples/policies/hub-and-spoke.json"
/// Test-PeeringPolicy $policy -FailOn Error, Unknown
/// </code>
/// <para>Gives the reports and then ends with the error PolicyViolated, or PolicyNotProven where a subscription or network could not be read. With
/// $ErrorActionPreference = 'Stop' the script ends there and pwsh exits with 1.</para>
/// </example>
/// <example>
/// <para>Last week's inventory, without Azure</para>
/// <code estate="Migration">
/// $policy = "$((Get-Module PeeringTools).ModuleBase)/samples/policies/migration.json"
/// Export-PeeringInventory ./peerings.csv
/// Import-PeeringInventory ./peerings.csv | Test-PeeringPolicy $policy -Quiet
/// </code>
/// <para>True where every pair is Compliant.</para>
/// </example>
/// <seealso cref="NewPeeringPairCommand"/>
/// <seealso cref="SetPeeringPairCommand"/>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso href="docs/policy.md"/>
[Cmdlet(VerbsDiagnostic.Test, "PeeringPolicy", DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringPolicyReport), typeof(bool))]
public sealed class TestPeeringPolicyCommand : EstateCommand
{
    private const string Unknown = nameof(PeeringPolicyVerdict.Unknown);

    private PolicyDocument? _policy;

    /// <summary>The policy file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PolicyPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Only the pairs of these networks, each network as Local: resource ids, or objects with an Id or ResourceId.</summary>
    /// <remarks>As in every cmdlet of a scope, but for its position: the first is the file's.</remarks>
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId(LeavesPairs = true)]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public override string[] VirtualNetworkId { get; set; } = [];

    /// <summary>Gives only true or false: true where every pair is Compliant and all that was asked for was read.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>
    /// Ends with the error PolicyViolated after the reports where there is such a thing: Error, Warning or Unknown. Whatever is named, it
    /// ends with PolicyNotProven where not all that was asked for could be read.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(PeeringSeverity.Error), nameof(PeeringSeverity.Warning), Unknown)]
    public string[] FailOn { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.OrTerminate(() => _policy = PolicyInput.Read(this, Path));
        base.BeginProcessing();
    }

    internal override async Task LookAsync(PipelineWorker worker)
    {
        PolicyDocument policy = _policy!;
        PolicyJudge judge = new(policy, Clock.GetUtcNow());
        List<PeeringPolicyReport> failed = [];
        int judged = 0;
        bool isCompliant = true;
        bool isRead = true;
        await foreach ((EstateReading reading, bool isWhole) in
            this.ReadAsync(worker, policy.NeedsPaths ? SurroundingKinds.Routing : SurroundingKinds.None).ConfigureAwait(false))
        {
            RoutingModel? routing = policy.NeedsPaths && reading.Estate.Networks.Count > 0 ? new RoutingModel(reading.Estate) : null;
            isRead &= isWhole;
            foreach (PeeringPair pair in reading.Pairs)
            {
                PeeringPolicyReport report = judge.Report(pair, PolicySubject.Of(pair, reading.Estate, routing));
                judged++;
                isCompliant &= report.Verdict == PeeringPolicyVerdict.Compliant;
                if (this.Fails(report)) failed.Add(report);
                if (!Quiet) await worker.WriteAsync(report).ConfigureAwait(false);
            }
        }

        if (Quiet) await worker.WriteAsync(isCompliant && isRead).ConfigureAwait(false);
        if (failed.Count > 0) throw PeeringException.Of(nameof(Errors.PolicyViolated), null, failed.Count, judged, policy.Path, failed[0]);
        if (FailOn.Length > 0 && !isRead) throw PeeringException.Of(nameof(Errors.PolicyNotProven), null, policy.Path, judged);
    }

    private bool Fails(PeeringPolicyReport report) => FailOn.Any(what => string.Equals(what, Unknown, StringComparison.OrdinalIgnoreCase)
        ? report.Skipped.Length > 0
        : report.Violations.Any(violation => string.Equals(violation.Severity.ToString(), what, StringComparison.OrdinalIgnoreCase)));
}
