using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Addresses;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;
using PeeringTools.Surroundings;

namespace PeeringTools.Commands;

/// <summary>Finds address prefixes that nothing in the estate uses, or the networks that can never be peered because they overlap.</summary>
/// <remarks>
/// <para>Taken is what any virtual network of the scope and its peers has, what a peering still has in force after a resize, and what is
/// written down behind a gateway: local network gateways and the addresses of point-to-site clients. Prefixes that a gateway learns by BGP
/// are in no configuration; a warning says where some may exist.</para>
/// <para>Reads the whole scope or fails with CoverageIncomplete: a prefix that is taken where nobody looked would be called free.</para>
/// </remarks>
/// <notes>
/// <para>A free prefix is one reading old: nothing reserves it until a network has it.</para>
/// </notes>
/// <example>
/// <para>Room for the next spoke</para>
/// <code>Find-PeeringAddressPrefix -Within 10.0.0.0/8 -PrefixLength 16 -First 3</code>
/// <para>The three lowest /16 that no network and no site uses.</para>
/// </example>
/// <example>
/// <para>What blocks future peerings</para>
/// <code>Find-PeeringAddressPrefix -Overlap</code>
/// <para>Every couple of networks that share addresses, peered or not.</para>
/// </example>
/// <seealso cref="NewPeeringPairCommand"/>
/// <seealso cref="MeasurePeeringImpactCommand"/>
/// <seealso cref="GetPeeringTopologyCommand"/>
[Cmdlet(VerbsCommon.Find, "PeeringAddressPrefix", DefaultParameterSetName = FreeSet)]
[OutputType(typeof(PeeringAddressPrefix), ParameterSetName = [FreeSet])]
[OutputType(typeof(PeeringAddressOverlap), ParameterSetName = [OverlapSet])]
public sealed class FindPeeringAddressPrefixCommand : ConnectedCommand
{
    private const string FreeSet = "Free";
    private const string OverlapSet = "Overlap";

    private AddressSearch? _search;

    /// <summary>The ranges to look in, in CIDR notation, IPv4 or IPv6.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FreeSet)]
    [ValidateNotNullOrEmpty]
    public string[] Within { get; set; } = [];

    /// <summary>How long the prefixes are to be: 24 for a /24.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FreeSet)]
    [ValidateRange(1, 128)]
    public int PrefixLength { get; set; }

    /// <summary>How many to give at most, the lowest of each range first.</summary>
    [Parameter(ParameterSetName = FreeSet)]
    [ValidateRange(1, 65_536)]
    public int First { get; set; } = 10;

    /// <summary>Prefixes that are promised to somebody and not yet in Azure.</summary>
    [Parameter(ParameterSetName = FreeSet)]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>Gives the networks that overlap instead.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OverlapSet)]
    public SwitchParameter Overlap { get; set; }

    /// <summary>Only networks of this resource group, in each of the subscriptions, and their peers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceGroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read. Without it: the connection's default ones, else all it sees.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.OrTerminate(() => _search = new AddressSearch(Within, PrefixLength, Exclude));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        NetworkAccess access = new(Connections, worker);
        PairScope scope = new() { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        EstateReading reading = await new EstateReader(access)
            .ReadAsync(scope, Overlap ? SurroundingKinds.None : SurroundingKinds.Gateways, worker.Stopping).ConfigureAwait(false);
        await new CoverageCheck(access).RunAsync(reading.Coverage, scope, worker.Stopping).ConfigureAwait(false);
        reading.Coverage.RequireComplete();
        if (Overlap)
        {
            foreach (PeeringAddressOverlap overlap in OverlapSearch.Find(reading.Estate.Networks.Values)) await worker.WriteAsync(overlap).ConfigureAwait(false);
            return;
        }

        foreach (string doubt in AddressSearch.Doubts(reading.Estate)) worker.Warning(doubt);
        DateTime asOf = access.Clock.GetUtcNow().UtcDateTime;
        foreach (PeeringAddressPrefix free in _search!.Free(reading.Estate).Take(First))
        {
            free.Source = access.IsLab ? PairBuilder.LabPrefix + PairBuilder.ResourceManager : PairBuilder.ResourceManager;
            free.AsOf = asOf;
            await worker.WriteAsync(free).ConfigureAwait(false);
        }
    });
}
