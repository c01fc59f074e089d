using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Routing;

/// <summary>Measure-PeeringImpact over plans and prefixes; the lab stays as it is.</summary>
public sealed class ImpactTests : LabTest
{
    public ImpactTests() => Start("HubSpoke");

    [Fact]
    public void A_removal_names_every_way_that_is_lost_and_writes_nothing()
    {
        PSObject impact = Pairs("Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact").Single();

        Assert.Equal("Remove: 'vnet-spoke-01' - 'vnet-hub', 2 step(s)", impact.Text("Changes"));
        Assert.Contains("Lost: vnet-spoke-01/snet-app - 192.168.0.0/16 (vgw-hub)", impact.Text("Reach"), StringComparison.Ordinal);
        Assert.Contains("Lost: vnet-hub/snet-shared - 10.1.0.0/16 (vnet-spoke-01)", impact.Text("Reach"), StringComparison.Ordinal);
        Assert.Equal("0 5", $"{impact.Text("Gained")} {impact.Text("Lost")}");
        Assert.DoesNotContain(this.Requests(), request => request.StartsWith("PUT", StringComparison.Ordinal) || request.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void Plans_of_one_pipeline_are_measured_together()
    {
        PSObject impact = Pairs("'vnet-spoke-01', 'vnet-spoke-02' | ForEach-Object { Get-PeeringPair -Name $_ } | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact").Single();

        Assert.Equal("10", impact.Text("Lost"));
        Assert.Equal(2, ((string[])impact.Properties["Changes"].Value).Length);
    }

    [Fact]
    public void A_plan_that_was_away_is_measured_like_one_that_was_not() => Assert.Equal(
        "5",
        Pairs("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly), 3)) | Measure-PeeringImpact").Single().Text("Lost"));

    [Fact]
    public void A_plan_about_a_network_that_is_gone_does_not_stop_the_others()
    {
        Start("Broken");

        ScriptRun run = Session.Run("Get-PeeringPair | Remove-PeeringPair -PlanOnly | Where-Object { -not $_.Problems.Count } | Measure-PeeringImpact");

        Assert.Single(run.Output);
        Assert.Contains("vnet-deleted", Assert.Single(run.Errors).Exception.Message);
    }

    [Theory]
    [InlineData("10.1.200.0/33")]
    [InlineData("=cmd")]
    public void A_prefix_that_is_none_is_refused(string prefix)
    {
        ScriptRun run = Session.Run("Measure-PeeringImpact -VirtualNetworkId $args[0] -AddAddressPrefix $args[1]", this.IdOf("vnet-spoke-01"), prefix);

        Assert.Equal("InvalidInput,PeeringTools.Commands.MeasurePeeringImpactCommand", (run.Terminating ?? run.Errors.Single()).FullyQualifiedErrorId);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void An_impact_that_was_away_still_shows_what_is_lost() => Assert.Contains(
        "Lost",
        Session.Show("$impact = Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact; [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($impact, 2))").Text,
        StringComparison.Ordinal);
}
