using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>
/// Pairs that were away: as Export-Clixml (depth 2), a job or another session (depth 1) writes them, and as Select-Object
/// leaves them. The serializer is the one those commands use.
/// </summary>
public sealed class RoundTripTests : LabTest
{
    private const string WithRecord = "Get-PeeringPair -Ticket CHG0041873";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_property_of_a_pair_comes_back_with_both_sides(int depth)
    {
        PSObject before = Start();

        PSObject after = Bound(Away(before, depth));

        Assert.Equal(Describe(before.BaseObject), Describe(after.BaseObject));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_is_useful_before_it_is_bound(int depth)
    {
        PSObject away = Away(Start(), depth);

        PSObject seen = Session.Run(
            """
            [pscustomobject]@{ IsConnected = $args[0].Status -eq 'Connected'; Missing = "$($args[0].MissingSide)"; Space = $args[0].Local.RemoteAddressSpace[0]; Flat = $args[0].RemoteVirtualNetworkName }
            """, away).Single();

        Assert.Equal("True None 10.102.0.0/16 vnet-legacy-02", $"{seen.Text("IsConnected")} {seen.Text("Missing")} {seen.Text("Space")} {seen.Text("Flat")}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_is_read_again_from_the_pipeline_and_as_an_argument(int depth)
    {
        PSObject away = Away(Start(), depth);

        Assert.Equal("vnet-platform-01 vnet-legacy-02", Assert.Single(Pairs("$args[0] | Get-PeeringPair", away)).Names());
        Assert.Equal(2, Pairs("Get-PeeringPair -InputObject $args[0], $args[0]", away).Count);
    }

    [Theory]
    [InlineData("Test-PeeringHealth", "$_.Verdict; $_.Pair.Local.VirtualNetworkName; $_.Findings[0].Severity")]
    [InlineData("Test-PeeringPolicy $policy", "$_.Verdict; $_.Pair.Remote.PeeringState; $_.Violations[0].Severity")]
    [InlineData("Test-PeeringPath $local $remote -Protocol Tcp -Port 443", "$_.Verdict; $_.Hops[0].Name; $_.Hops[0].NextHopType")]
    [InlineData("Remove-PeeringPair $pair -PlanOnly", "$_.Action; $_.Steps[0].Kind; $_.Steps[0].Changes")]
    [InlineData("Set-PeeringPair $pair -AllowForwardedTraffic Both -PlanOnly", "$_.Steps[0].After.Name; $_.Steps[0].After.RemoteAddressSpace")]
    [InlineData("Remove-PeeringPair $pair -PlanOnly | Measure-PeeringImpact", "$_.Lost; $_.Reach[0].Kind; $_.Reach[0].From")]
    [InlineData("Remove-PeeringPair $pair -Force -PassThru", "$_.Before.Local.VirtualNetworkName; $_.Before.Remote.RemoteAddressSpace")]
    [InlineData("Compare-PeeringInventory $pair -Difference @()", "$_.Change; $_.Pair.Local.VirtualNetworkName")]
    [InlineData("Get-PeeringTopology", "$_.Nodes[0].Role; $_.Links[0].Pair; $_.Components[0].Networks")]
    public void Whatever_a_command_gives_keeps_its_inner_objects_and_its_words(string command, string words)
    {
        Start();
        PSObject before = Session.Run($$"""
            $global:policy = '{{Path.Combine(Repository.Root, "samples", "policies", "hub-and-spoke.json")}}'
            $global:pair = {{WithRecord}}
            $global:local, $global:remote = $pair.Local.VirtualNetworkId, $pair.Remote.VirtualNetworkId
            @({{command}})[0]
            """).Single();
        string Say(PSObject item) => string.Join('|', Session.Run($"$args[0] | ForEach-Object {{ {words} }}", item).Clean().Select(word => word?.ToString()));

        string said = Say(before);

        Assert.NotEmpty(said.Replace("|", "", StringComparison.Ordinal));
        Assert.All((int[])[1, 2], depth => Assert.Equal(said, Say(Away(before, depth))));
    }

    [Fact]
    public void A_list_that_was_away_as_a_whole_binds_too()
    {
        Start();
        object all = PSSerializer.Deserialize(PSSerializer.Serialize(Pairs("Get-PeeringPair").ToArray()));

        Assert.Equal(Pairs("Get-PeeringPair").Count, Pairs("$args[0] | Get-PeeringPair", all).Count);
        Assert.Equal(Pairs("Get-PeeringPair").Count, Pairs("Get-PeeringPair -InputObject $args[0]", all).Count);
    }

    [Fact]
    public void A_copy_as_Select_Object_makes_it_binds_too()
    {
        Assert.Single(Pairs(
            """
            $copy = [pscustomobject]@{}
            foreach ($property in $args[0].PSObject.Properties) { $copy.PSObject.Properties.Add([psnoteproperty]::new($property.Name, $property.Value)) }
            $copy.PSObject.TypeNames.Insert(0, 'Selected.PeeringTools.PeeringPair')
            $copy | Get-PeeringPair
            """, Start()));
    }

    [Fact]
    public void A_damaged_one_is_refused_with_the_reason()
    {
        PSObject away = Away(Start(), 2);
        away.Properties["Status"].Value = "perhaps";

        Assert.Contains("perhaps", Session.Run("$args[0] | Get-PeeringPair", away).SingleError().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_was_away_is_no_connection()
    {
        Start();
        PSObject connection = Session.Run("Get-PeeringAccount").Single();
        string written = PSSerializer.Serialize(connection);

        Assert.StartsWith("CannotConvertArgumentNoMessage,", Session.Run("Get-PeeringPair -Connection $args[0]", PSSerializer.Deserialize(written)).SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", written, StringComparison.Ordinal);
    }

    private PSObject Start()
    {
        Start("Migration");
        return Assert.Single(Pairs(WithRecord));
    }

    /// <summary>On the session's own thread, where the module's types file is known.</summary>
    private PSObject Away(PSObject item, int depth) => Session.Run(
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($args[0], $args[1]))", item, depth).Single();

    /// <summary>What a parameter makes of it.</summary>
    private PSObject Bound(PSObject away) => Session.Run(
        """
        $binder = (Get-Command Get-PeeringPair).ImplementingType.GetProperty('InputObject').GetCustomAttributes($true) | Where-Object { $_ -is [Management.Automation.ArgumentTransformationAttribute] }
        $binder.Transform($null, $args[0])
        """, away).Single();

    /// <summary>All properties of a pair or a side, nested ones included, one on each line.</summary>
    private static string Describe(object item, string indent = "") => string.Join('\n', item.GetType().GetProperties()
        .Select((PropertyInfo property) => indent + property.Name + " = " + property.GetValue(item) switch
        {
            null => "(null)",
            string text => text,
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            IEnumerable items => string.Join(';', items.Cast<object>()),
            object value when value.GetType().Name == "PeeringSide" => "\n" + Describe(value, "  "),
            object value => value.ToString(),
        }));
}
