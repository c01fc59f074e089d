using System.Collections;
using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>The forms in which scripts have a network or a pair, and the ones that are refused before anything is sent.</summary>
public sealed class PairInputTests : LabTest
{
    private readonly string _spoke;

    public PairInputTests()
    {
        Start("HubSpoke");
        _spoke = IdOf("vnet-spoke-01");
    }

    public static TheoryData<string> Forms =>
    [
        "$args[0]",
        "$args[0].ToUpperInvariant()",
        "\" $($args[0])/ \"",
        "\"$($args[0])/virtualNetworkPeerings/any-name\"",
        "[pscustomobject]@{ Id = $args[0] }",
        "[pscustomobject]@{ id = $args[0]; Name = 'row of az' }",
        "[pscustomobject]@{ ResourceId = $args[0]; Id = $args[0]; subscriptionId = 'row of Resource Graph' }",
        "[pscustomobject]@{ VirtualNetworkId = $args[0]; Id = 'the side of it' }",
        "@{ Id = $args[0] }",
        "@{ ResourceId = $args[0] }",
        "[PeeringTools.Tests.Cmdlets.PSVirtualNetwork]@{ Id = $args[0] }",
        "(Get-PeeringPair $args[0]).Local",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_network_is_taken_from_the_pipeline_and_as_an_argument(string form)
    {
        PSObject piped = Assert.Single(Pairs($"{form} | Get-PeeringPair", _spoke));
        PSObject given = Assert.Single(Pairs($"Get-PeeringPair -VirtualNetworkId ({form})", _spoke));

        Assert.Equal("vnet-spoke-01 vnet-hub", piped.Names());
        Assert.Equal("vnet-spoke-01 vnet-hub", given.Names());
    }

    [Fact]
    public void A_selection_without_the_sides_is_taken_by_its_columns()
    {
        PSObject plan = Assert.Single(Session.Run(
            """
            $pair = Get-PeeringPair $args[0]
            $selected = [pscustomobject]@{ Status = $pair.Status; VirtualNetworkId = $pair.Local.VirtualNetworkId; RemoteVirtualNetworkId = $pair.Remote.VirtualNetworkId }
            $selected.PSTypeNames.Insert(0, 'Selected.PeeringTools.PeeringPair')
            $selected | Remove-PeeringPair -PlanOnly
            """, _spoke).Clean());

        Assert.Contains("vnet-spoke-01", plan.ToString());
    }

    [Fact]
    public void A_report_stands_for_its_pair()
    {
        PSObject plan = Assert.Single(Session.Run("Test-PeeringHealth -VirtualNetworkId $args[0] | Remove-PeeringPair -PlanOnly", _spoke).Clean());

        Assert.Contains("vnet-spoke-01", plan.ToString());
    }

    [Theory]
    [InlineData("'vnet-spoke-01'", "does not start with a slash")]
    [InlineData("'/subscriptions/nonsense/resourceGroups/rg'", "the subscription is not a GUID")]
    [InlineData("'/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm'", "the provider is not 'Microsoft.Network'")]
    [InlineData("@{ Name = 'vnet' }", "neither an Id nor a ResourceId")]
    [InlineData("[pscustomobject]@{ Id = 'x' }", "does not start with a slash")]
    public void A_malformed_id_is_refused_with_the_wrong_part_and_what_to_do_and_nothing_is_sent(string form, string part)
    {
        int before = Requests().Count;

        ErrorRecord error = Session.Run($"Get-PeeringPair -VirtualNetworkId {form}").SingleError();

        Assert.Equal("ParameterArgumentTransformationError,PeeringTools.Commands.GetPeeringPairCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal("InvalidResourceId", PSObject.AsPSObject(error.Exception.InnerException!.InnerException!).Text("Error.Id"));
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Give an id like", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Requests().Count);
    }

    [Fact]
    public void A_malformed_id_in_a_pipeline_is_an_error_of_its_own()
    {
        ScriptRun run = Session.Run("'nonsense', $args[0], @{ Name = 'no id' } | Get-PeeringPair", _spoke);

        Assert.Null(run.Terminating);
        Assert.Equal(2, run.Errors.Count);
        Assert.Equal("vnet-spoke-01 vnet-hub", Assert.Single(run.Output).Names());
    }

    [Theory]
    [InlineData("@() | Get-PeeringPair")]
    [InlineData("'nonsense' | Get-PeeringPair -ErrorAction Ignore")]
    public void A_pipeline_that_brings_nothing_reads_nothing_least_of_all_everything(string script)
    {
        int before = Requests().Count;

        Assert.Empty(Session.Run(script).Output);

        Assert.Equal(before, Requests().Count);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("@()")]
    [InlineData("@('')")]
    public void An_empty_argument_is_refused_and_nothing_is_sent(string empty)
    {
        int before = Requests().Count;

        Assert.Contains("VirtualNetworkId", Session.Run($"Get-PeeringPair -VirtualNetworkId {empty}").SingleError().ToString(), StringComparison.Ordinal);

        Assert.Equal(before, Requests().Count);
    }

    [Fact]
    public void Pairs_are_read_again_live_in_their_own_order()
    {
        Session.Run("$global:pairs = Get-PeeringPair; $global:oriented = Get-PeeringPair (Get-PeeringPair)[0].Remote").Clean();

        Assert.Equal(Pairs("$pairs").Select(pair => pair.Names()), Pairs("$pairs | Get-PeeringPair").Select(pair => pair.Names()));
        Assert.Equal(Pairs("$oriented").Select(pair => pair.Names()), Pairs("Get-PeeringPair -InputObject $oriented").Select(pair => pair.Names()));
        Assert.All(Pairs("$oriented | Get-PeeringPair"), pair => Assert.Equal(true, pair.At("Oriented")));
    }

    [Fact]
    public void A_pair_that_is_gone_is_an_error_and_the_others_go_on()
    {
        Session.Run(
            """
            $global:pairs = Get-PeeringPair
            foreach ($side in $pairs[0].Local, $pairs[0].Remote) { $null = Invoke-PeeringLabRequest "$($side.Id)?api-version=2024-05-01" DELETE }
            """).Clean();

        ScriptRun run = Session.Run("$pairs | Get-PeeringPair");

        Assert.StartsWith("PeeringNotFound,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(11, run.Output.Count);
    }

    [Fact]
    public void Pairs_and_networks_may_come_in_one_pipeline()
    {
        IReadOnlyList<PSObject> both = Pairs("(Get-PeeringPair -Name vnet-spoke-02), $args[0] | Get-PeeringPair", _spoke);

        Assert.Equal(["vnet-spoke-01 vnet-hub", "vnet-spoke-02 vnet-hub"], both.Select(pair => pair.Names()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_of_a_table_do_not_choose_the_scope()
    {
        // A row with these columns must not widen or narrow what its id asks for.
        Hashtable row = new() { ["Id"] = _spoke, ["SubscriptionId"] = "x", ["ResourceGroupName"] = "x", ["Name"] = "x", ["Status"] = "Unknown", ["Owner"] = "x" };

        Assert.Single(Pairs("[pscustomobject]$args[0] | Get-PeeringPair", row));
    }
}

/// <summary>Looks like the object of Get-AzVirtualNetwork, as far as anybody asks.</summary>
public sealed class PSVirtualNetwork
{
    public string? Name { get; set; }

    public string? Id { get; set; }
}
