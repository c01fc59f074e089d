using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Get-PeeringPair -Source and -ManagementGroupId: where pairs come from, and what may not be asked there.</summary>
public sealed class PairSourceTests : LabTest
{
    [Fact]
    public void Resource_Graph_gives_the_same_pairs_with_one_query_and_every_pair_says_so()
    {
        Start("HubSpoke");
        string[] live = [.. Pairs("Get-PeeringPair").Select(pair => pair.Text("PairId")).Order()];

        ScriptRun run = Session.Run("Get-PeeringPair -Source resourcegraph");

        Assert.Equal(live, run.Clean().Select(pair => pair.Text("PairId")).Order());
        Assert.All(run.Output, pair => Assert.Equal(("LAB ResourceGraph", DateTimeKind.Utc), (pair.Text("Source"), ((DateTime)pair.At("AsOf")!).Kind)));
        Assert.Single(Requests(), request => request.StartsWith("POST", StringComparison.Ordinal));
        Assert.Equal(["Seen, 1 networks.", "Seen, 13 networks."], run.Information.Select(record => record.ToString().Split(": ")[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Orphans_of_Resource_Graph_are_read_live_before_they_are_called_gone()
    {
        Start("Broken");

        Assert.Empty(Session.Run("Get-PeeringPair -Source ResourceGraph -Status RemoteGone").Output);
        PSObject orphan = Assert.Single(Pairs("Get-PeeringPair -Source ResourceGraph -Orphaned -Status RemoteGone"));

        Assert.Equal("vnet-deleted vnet-orphan", orphan.Names());
        Assert.Equal("LAB ResourceManager", orphan.Text("Source"));
        Assert.Equal(
            Pairs("Get-PeeringPair -Orphaned").Select(pair => pair.Text("PairId")).Order(),
            Pairs("Get-PeeringPair -Source ResourceGraph -Orphaned").Select(pair => pair.Text("PairId")).Order());
    }

    [Fact]
    public void A_management_group_is_read_from_Resource_Graph_without_being_told_to()
    {
        Start("HubSpoke");

        IReadOnlyList<PSObject> pairs = Pairs("Get-PeeringPair -ManagementGroupId (Get-PeeringAccount).TenantId");

        Assert.Equal(12, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal("LAB ResourceGraph", pair.Text("Source")));
    }

    [Theory]
    [InlineData("Get-PeeringPair -ManagementGroupId x -Source ResourceManager", "InvalidInput,")]
    [InlineData("Get-PeeringPair -ResourceGroupName x -Source ResourceGraph", "InvalidInput,")]
    [InlineData("Get-PeeringPair -ManagementGroupId nowhere", "AccessDenied,")]
    public void What_a_source_cannot_answer_ends_the_call(string script, string error)
    {
        Start("HubSpoke");
        Assert.StartsWith(error, Session.Run(script).SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_that_stays_throttled_is_one_error_and_its_subscriptions_are_called_throttled()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -FaultStatus 429 -FaultCode RateLimiting -FaultMethod POST -FaultCount 1000 -FaultRetryAfter ([timespan]::FromHours(1))").Clean();

        ScriptRun run = Session.Run("Get-PeeringPair -Source ResourceGraph");

        Assert.StartsWith("CoverageIncomplete,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(2, run.Information.Count(record => record.ToString().Contains("Throttled", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pair_from_Resource_Graph_binds_to_a_command_that_writes_which_reads_live_first()
    {
        Start("HubSpoke");

        Session.Run("@(Get-PeeringPair -Source ResourceGraph -Name vnet-spoke-01)[0] | Remove-PeeringPair -Confirm:$false").Clean();

        Assert.Equal(11, Pairs("Get-PeeringPair -Source ResourceGraph").Count);
        Assert.Contains(Requests(), request => request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("vnet-spoke-01", StringComparison.Ordinal));
    }
}
