using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Routing;

/// <summary>Test-PeeringPath and Measure-PeeringImpact on the network that assumed transitivity.</summary>
public sealed class AnalyticsTests : LabTest
{
    private const string Flag = "Get-PeeringPair -VirtualNetworkId $analytics | Set-PeeringPair -AllowForwardedTraffic Local -PlanOnly";
    private const string Table = "@{ SubnetId = \"$analytics/subnets/snet-ingest\"; RouteTableId = $analytics -replace 'virtualNetworks/.*', 'routeTables/rt-analytics' }";

    public AnalyticsTests()
    {
        Start("Analytics");
        Session.Run("$global:analytics = $args[0]; $global:classroom = $args[1]; $global:https = @{ Protocol = 'Tcp'; Port = 443 }", IdOf("vnet-analytics"), IdOf("vnet-classroom-01")).Clean();
    }

    [Fact]
    public void The_first_reason_is_that_peering_is_not_transitive_and_the_table_shows_it_in_whole_words()
    {
        string text = Session.Show("Test-PeeringPath -From $analytics -To $classroom @https").Text;

        Assert.Contains("Peering is not transitive: 'vnet-analytics' and", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2026", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Theory]
    [InlineData("(Test-PeeringPath -From $analytics -To $classroom @https).Hops", "Direction # Name NextHop Outcome Why", "'to-firewall' of table 'rt-classrooms'.")]
    [InlineData("(" + Flag + " | Measure-PeeringImpact @table @https).Reach", "Kind From To AddressPrefix NextHopAfter Reason", "10.0.1.4")]
    public void Hops_and_ways_fit_120_and_cut_nothing_off(string script, string columns, string end)
    {
        string[] lines = Session.Show($"$table = {Table}; {script}").Text.Split('\n');

        Assert.Equal(columns.Split(' '), lines.First(line => line.Length > 0).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(lines, line => line.TrimEnd().EndsWith(end, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 120));
        Assert.DoesNotContain(lines, line => line.Contains('\u2026', StringComparison.Ordinal));
    }

    [Fact]
    public void A_gate_that_does_not_hold_says_what_was_expected()
    {
        PSObject path = Session.Run("Test-PeeringPath -From $analytics -To 10.0.2.4 @https -ExpectVerdict Reachable -ExpectNextHop 10.0.1.4").Single();

        Assert.Equal(false, path.Properties["Pass"].Value);
        Assert.Equal("Expected next hop 10.0.1.4, found VNetPeering.", path.Properties["Unmet"].Value);
        Assert.Contains("Expected next hop 10.0.1.4, found VNetPeering.", path.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_and_a_route_table_open_together_what_neither_opens_alone()
    {
        Assert.Equal(0, Session.Run($"{Flag} | Measure-PeeringImpact @https").Single().Properties["Gained"].Value);

        PSObject impact = Session.Run($"$table = {Table}; {Flag} | Measure-PeeringImpact @table @https").Single();

        Assert.Equal((6, 0), (impact.Properties["Gained"].Value, impact.Properties["Lost"].Value));
        Assert.Equal(
            ["Set: 'vnet-analytics' - 'vnet-hub', 1 step(s)", "'vnet-analytics/snet-ingest' with route table 'rt-analytics'"],
            (string[])impact.Properties["Changes"].Value);
    }

    [Theory]
    [InlineData("@{ SubnetId = \"$analytics/subnets/snet-ingest\" }", "InvalidInput")]
    [InlineData("@{ RouteTableId = 'rt' }", "InvalidInput")]
    [InlineData("@{ SubnetId = $analytics; RouteTableId = 'rt' }", "PathEndUnknown")]
    [InlineData("@{ SubnetId = \"$analytics/subnets/none\"; RouteTableId = 'rt' }", "PathEndUnknown")]
    [InlineData("@{ SubnetId = \"$analytics/subnets/snet-ingest\"; RouteTableId = $analytics -replace 'virtualNetworks/.*', 'routeTables/none' }", "InvalidInput")]
    public void A_table_that_is_not_there_and_a_subnet_that_is_none_are_errors(string table, string id)
    {
        ScriptRun run = Session.Run($"$table = {table}; {Flag} | Measure-PeeringImpact @table");

        Assert.StartsWith(id + ",", (run.Terminating ?? run.SingleError()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
