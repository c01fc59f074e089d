using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Report;

public sealed class ReportTests : InventoryTest
{
    [Fact]
    public void A_live_estate_is_one_page_and_PassThru_gives_it_in_numbers()
    {
        Run("Start-PeeringLab -Estate Broken");

        ScriptRun run = Session.Run("Export-PeeringReport ./broken.html -Title 'What is broken' -PassThru");

        PSObject report = run.Single();
        Assert.Equal((At("broken.html"), "What is broken", "LAB", true), (Value(report, "Path"), Value(report, "Title"), Value(report, "Estate"), Value(report, "CoverageComplete")));
        Assert.Equal("14 18", $"{Value(report, "Pairs")} {Value(report, "Networks")}");
        int[] verdicts = [.. "Healthy Degraded Broken Unknown".Split(' ').Select(name => (int)Value(report, name)!)];
        Assert.Equal((14, true), (verdicts.Sum(), verdicts[2] > 0));
        Assert.Contains("18 networks and 14 pairs in ", Assert.Single(run.Information, message => message.ToString().Contains("broken.html", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
        Assert.Equal(["broken.html"], Files);
        string page = File.ReadAllText(At("broken.html"));
        Assert.All("<title>What is broken</title>|vnet-recordexpired|Sync-PeeringPair|nothing of it is real".Split('|'), words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_verdicts_are_those_of_Test_PeeringHealth()
    {
        Run("Start-PeeringLab -Estate Broken; $global:report = Export-PeeringReport a.html -PassThru; $global:health = Test-PeeringHealth");
        foreach (string verdict in (string[])["Healthy", "Degraded", "Broken", "Unknown"])
            Assert.Equal(Text($"\"$(@($health | Where-Object Verdict -eq {verdict}).Count)\""), Text($"\"$($report.{verdict})\""));
    }

    [Fact]
    public void Pairs_from_the_pipeline_need_no_connection_and_none_are_an_empty_report()
    {
        Run("Start-PeeringLab -Estate HubSpoke; $global:pairs = Get-PeeringPair; Stop-PeeringLab");

        PSObject report = Session.Run("$pairs | Export-PeeringReport a.html -PassThru").Single();
        Assert.Equal((12, 13, null, "LAB"), (Value(report, "Pairs"), Value(report, "Networks"), Value(report, "CoverageComplete"), Value(report, "Estate")));
        Assert.Equal("0", Text("\"$((@() | Export-PeeringReport b.html -PassThru).Pairs)\""));
        Assert.Equal("NotConnected", Refused("Export-PeeringReport c.html"));
        Assert.Equal(["a.html", "b.html"], Files);
    }

    [Theory]
    [InlineData("Export-PeeringReport a.html -InputObject a.json -PassThru")]
    [InlineData("Export-PeeringReport a.html -InputObject $evidence -PassThru")]
    [InlineData("$evidence | Export-PeeringReport a.html -PassThru")]
    [InlineData("'a.json' | Export-PeeringReport a.html -PassThru")]
    public void An_inventory_is_reported_with_the_evidence_it_has_and_without_a_connection(string script)
    {
        Run("Start-PeeringLab -Estate Migration; $global:evidence = Export-PeeringInventory a.json -PassThru; Stop-PeeringLab");

        PSObject report = Session.Run(script).Single();

        Assert.Equal((10, true, Digest("a.json")), (Value(report, "Pairs"), Value(report, "CoverageComplete"), Value(report, "Sha256")));
        Assert.Contains("everything the identity sees", File.ReadAllText(At("a.html")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_existing_file_needs_Force_and_is_refused_before_anything_is_read()
    {
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringReport a.html -NoHealth");
        int before = Run("(Get-PeeringLab).Requests").Count;

        Assert.Equal("FileExists", Refused("Export-PeeringReport a.html"));
        Assert.Equal(before, Run("(Get-PeeringLab).Requests").Count);
        Assert.Empty(Run("Export-PeeringReport a.html -Force"));
        Assert.Contains("Cost.Regional", File.ReadAllText(At("a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_reads_and_writes_nothing()
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        int before = Run("(Get-PeeringLab).Requests").Count;

        ScriptRun run = Session.Run("Export-PeeringReport a.html -WhatIf -PassThru");

        Assert.Empty(run.Clean());
        Assert.Contains("a.html", run.Text, StringComparison.Ordinal);
        Assert.Empty(Files);
        Assert.Equal(before, Run("(Get-PeeringLab).Requests").Count);
    }

    [Fact]
    public void A_hole_is_an_error_and_a_row_of_the_page_and_what_was_read_is_there_all_the_same()
    {
        Run("Start-PeeringLab -Estate HubSpoke; $global:spoke = (Get-PeeringPair)[0].Remote.SubscriptionId");
        Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultPath \"/subscriptions/$spoke/providers/*\" -FaultCount 100");

        ScriptRun run = Session.Run("Export-PeeringReport a.html -NoHealth -PassThru");

        Assert.Contains(run.Errors, error => error.FullyQualifiedErrorId.StartsWith("CoverageIncomplete,", StringComparison.Ordinal));
        PSObject report = Assert.Single(run.Output);
        Assert.Equal((false, 12), (Value(report, "CoverageComplete"), Value(report, "Pairs")));
        string page = File.ReadAllText(At("a.html"));
        Assert.Contains("<p class=\"hole\">", page, StringComparison.Ordinal);
        Assert.Contains($"<bdi>{Text("$spoke")}</bdi></td><td><bdi>Denied</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_subscription_or_one_group_can_be_asked_for()
    {
        Run("Start-PeeringLab -Estate Migration");

        Assert.InRange(int.Parse(Text("\"$((Export-PeeringReport a.html -ResourceGroupName rg-platform-network -NoHealth -PassThru).Pairs)\""), null), 1, 9);
        Assert.InRange(int.Parse(Text("\"$((Export-PeeringReport b.html -SubscriptionId (Get-PeeringPair)[0].Local.SubscriptionId -NoHealth -PassThru).Pairs)\""), null), 1, 10);
    }

    [Theory]
    [InlineData("Export-PeeringReport a.pdf", "InvalidInput")]
    [InlineData("Export-PeeringReport variable:a.html", "InvalidInput")]
    [InlineData("Export-PeeringReport no-such-folder/a.html", "FileNotAccessible")]
    [InlineData("@() | Export-PeeringReport a.html -SubscriptionId x", "InvalidInput")]
    [InlineData("1 | Export-PeeringReport a.html", "InvalidInput")]
    public void Nonsense_is_refused_and_nothing_is_written(string script, string id)
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        Assert.Equal(id, Refused(script));
        Assert.Empty(Files);
    }

    private string Text(string script) => Assert.Single(Run(script)).ToString();
}
