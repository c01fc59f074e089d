using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Routing;

/// <summary>Test-PeeringPath against the healthy hub and spokes of the lab.</summary>
public sealed class PathTests : LabTest
{
    private const string Spoke = "10.1.0.4";
    private const string OtherSpoke = "10.2.0.4";
    private const string SharedServices = "10.0.2.4";
    private const string Firewall = "10.0.1.4";

    public PathTests() => Start("HubSpoke");

    [Fact]
    public void The_shared_services_are_reached_and_answer()
    {
        PSObject path = this.Path("-To", SharedServices);

        Assert.Equal("Reachable ", $"{path.Text("Verdict")} {path.Text("Reason")}");
        Assert.Contains("Forward 1", path.Text("Hops"), StringComparison.Ordinal);
        Assert.Contains("Return 1", path.Text("Hops"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_thing_that_stops_a_packet_is_the_reason_and_the_way_to_it_is_shown()
    {
        PSObject path = this.Path("-To", OtherSpoke);

        Assert.Equal("Blocked Rule 'DenyOtherSpokes' (4000) of 'nsg-spoke-02' denies it.", $"{path.Text("Verdict")} {path.Text("Reason")}");
        Assert.Contains("'afw-hub' forwards; its own rules are not read.", path.Text("Hops"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SharedServices, "-ExpectVerdict Reachable", true)]
    [InlineData(SharedServices, "-ExpectVerdict Blocked", false)]
    [InlineData(SharedServices, "-ExpectNextHop VNetPeering", true)]
    [InlineData(SharedServices, "-ExpectNextHop " + Firewall, false)]
    [InlineData(OtherSpoke, "-ExpectNextHop " + Firewall, true)]
    [InlineData(OtherSpoke, "-ExpectVerdict Reachable -ExpectNextHop " + Firewall, false)]
    public void An_expectation_passes_or_fails(string to, string expectation, bool pass) => Assert.Equal(
        pass, Pairs($"(Test-PeeringPath -From {Spoke} -To {to} -Protocol Tcp -Port 443 {expectation}).Pass").Single().BaseObject);

    [Fact]
    public void Without_an_expectation_nothing_passes_or_fails() => Assert.Null(this.Path("-To", SharedServices).Properties["Pass"].Value);

    [Fact]
    public void After_a_removal_the_way_is_proven_gone()
    {
        string from = this.IdOf("vnet-spoke-01");
        Session.Run("Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -Force").Clean();

        PSObject path = Pairs("Test-PeeringPath -From $args[0] -To 10.0.2.4 -Protocol Tcp -Port 443 -ExpectVerdict Blocked", from).Single();

        Assert.Equal("True Nobody has the next hop address 10.0.1.4: not this network and none that is peered with it directly.", $"{path.Text("Pass")} {path.Text("Reason")}");
    }

    [Fact]
    public void What_Azure_says_at_the_machine_stands_beside_the_prediction()
    {
        PSObject path = Pairs($"Test-PeeringPath -From {Spoke} -To {OtherSpoke} -Protocol Tcp -Port 443 -Live").Single();

        Assert.Equal("True", path.Text("LiveAgrees"));
        Assert.Equal(
            "Effective route: 0.0.0.0/0 VirtualAppliance 10.0.1.4 (as predicted).,Network Watcher's next hop: VirtualAppliance 10.0.1.4 (as predicted).",
            path.Text("Live"));
    }

    [Fact]
    public void Several_ends_are_tested_on_one_reading()
    {
        _ = this.Path("-To", SharedServices);
        int one = this.Requests().Count;

        Assert.Equal(["Reachable", "Blocked"], Pairs($"(Test-PeeringPath -From {Spoke} -To {SharedServices}, {OtherSpoke} -Protocol Tcp -Port 443).Verdict").Select(v => v.ToString()));
        Assert.Equal(2 * one, this.Requests().Count);
    }

    [Fact]
    public void An_end_that_is_none_is_an_error_and_the_others_are_answered()
    {
        ScriptRun run = Session.Run($"Test-PeeringPath -From {Spoke} -To /subscriptions/x, {SharedServices} -Protocol Tcp -Port 443");

        Assert.Equal("PathEndUnknown,PeeringTools.Commands.TestPeeringPathCommand", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal("Reachable", run.Output.Single().Text("Verdict"));
    }

    [Fact]
    public void A_probe_needs_a_port_and_sends_nothing_without_one()
    {
        int before = this.Requests().Count;

        ScriptRun run = Session.Run($"Test-PeeringPath -From {Spoke} -To {SharedServices} -Probe");

        Assert.StartsWith("InvalidInput", run.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, this.Requests().Count);
    }

    [Fact]
    public void A_path_that_was_away_still_shows_its_verdict() => Assert.Matches(
        "10[.]2[.]0[.]4 +Tcp 443 .*Blocked",
        Session.Show($"$path = Test-PeeringPath -From {Spoke} -To {OtherSpoke} -Protocol Tcp -Port 443; [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($path, 2))").Text);

    private PSObject Path(string name, string value) => Pairs($"Test-PeeringPath -From {Spoke} {name} {value} -Protocol Tcp -Port 443").Single();
}
