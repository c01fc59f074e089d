using System.Management.Automation;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Inventory;

public sealed class ExportTests : InventoryTest
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("html")]
    public void The_same_lab_twice_gives_the_same_bytes_and_says_LAB(string format)
    {
        Run("Start-PeeringLab -Estate Migration");
        Run("Export-PeeringInventory one.$($args[0]); Set-PeeringLab -AdvanceClock 1d; Get-PeeringPair | Export-PeeringInventory two.$($args[0])", format);

        Assert.Equal(Digest("one." + format), Digest("two." + format));
        Assert.Contains("LAB", File.ReadAllText(At("one." + format)), StringComparison.Ordinal);
        Assert.Equal(4, Files.Count());
    }

    [Fact]
    public void The_evidence_says_who_read_what_and_how_completely()
    {
        Run("Start-PeeringLab -Estate Migration");
        ScriptRun run = Session.Run("Export-PeeringInventory a.csv -PassThru");

        PSObject evidence = run.Single();

        Assert.Equal(Digest("a.csv"), Value(evidence, "Sha256"));
        Assert.Equal(("Everything", true, "LAB", At("a.csv")), (Value(evidence, "Scope"), Value(evidence, "CoverageComplete"), Value(evidence, "Estate"), Value(evidence, "Path")));
        Assert.Contains("all read in full", Assert.Single(run.Information).ToString(), StringComparison.Ordinal);
        Assert.Contains("\"state\": \"Seen\"", File.ReadAllText(At("a.csv.evidence.json")), StringComparison.Ordinal);
        Assert.Equal(10, Convert.ToInt32(Value(evidence, "Rows"), null));
    }

    [Fact]
    public void One_subscription_or_one_group_can_be_asked_for()
    {
        Run("Start-PeeringLab -Estate Migration");
        string subscription = Run("(Get-PeeringPair)[0].Local.SubscriptionId")[0].ToString();

        PSObject one = Run("Export-PeeringInventory a.csv -SubscriptionId $args[0] -PassThru", subscription)[0];
        PSObject group = Run("Export-PeeringInventory b.csv -ResourceGroupName rg-platform-network -PassThru")[0];

        Assert.Equal(("Subscriptions", "ResourceGroup"), (Value(one, "Scope"), Value(group, "Scope")));
        Assert.InRange(Convert.ToInt32(Value(group, "Rows"), null), 1, 9);
        Assert.Equal("ResourceGroupNotFound", Refused("Export-PeeringInventory c.csv -ResourceGroupName rg-typo"));
        Assert.DoesNotContain("c.csv", Files);
    }

    [Theory]
    [InlineData("-Source ResourceGraph", "Everything")]
    [InlineData("-ManagementGroupId (Get-PeeringAccount).TenantId", "ManagementGroup")]
    public void Resource_Graph_gives_the_same_text_and_the_evidence_says_that_it_was_asked(string scope, string kind)
    {
        Run("Start-PeeringLab -Estate Migration");
        PSObject live = Run("Export-PeeringInventory a.csv -PassThru")[0];

        PSObject copy = Run($"Export-PeeringInventory b.csv {scope} -PassThru")[0];

        Assert.Equal(Value(live, "Sha256"), Value(copy, "Sha256"));
        Assert.Equal(("ResourceManager", "ResourceGraph", kind), (Value(live, "Source"), Value(copy, "Source"), Value(copy, "Scope")));
        Assert.Empty(Run("Compare-PeeringInventory b.csv"));
    }

    [Theory]
    [InlineData("Export-PeeringInventory a.csv -Source ResourceGraph -ResourceGroupName rg-platform-network")]
    [InlineData("Get-PeeringPair | Export-PeeringInventory a.csv -Source ResourceGraph")]
    public void A_scope_that_cannot_be_read_like_that_is_refused_before_anything_is_written(string script)
    {
        Run("Start-PeeringLab -Estate Migration");

        Assert.Contains(Refused(script), (string[])["InvalidInput", "AmbiguousParameterSet"]);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_partial_reading_writes_nothing()
    {
        Run("Start-PeeringLab -Estate Migration");
        Run("Set-PeeringLab -DenyAction Microsoft.Network/virtualNetworks/read");

        Assert.Equal("CoverageIncomplete", Refused("Export-PeeringInventory a.csv"));
        Assert.Empty(Files);
    }

    [Fact]
    public void WhatIf_reads_and_writes_nothing()
    {
        Run("Start-PeeringLab -Estate Migration");
        int before = Run("(Get-PeeringLab).Requests").Count;

        ScriptRun run = Session.Run("Export-PeeringInventory a.csv -WhatIf -PassThru");

        Assert.Empty(run.Clean());
        Assert.Contains("a.csv", run.Text, StringComparison.Ordinal);
        Assert.Empty(Files);
        Assert.Equal(before, Run("(Get-PeeringLab).Requests").Count);
    }

    [Fact]
    public void An_existing_file_needs_Force_and_is_refused_before_anything_is_read()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");
        string digest = Digest("a.csv");
        Run("Get-PeeringPair -Ticket CHG0041873 | Remove-PeeringPair -Force");
        int before = Run("(Get-PeeringLab).Requests").Count;

        Assert.Equal("FileExists", Refused("Export-PeeringInventory a.csv"));
        Assert.Equal((digest, before), (Digest("a.csv"), Run("(Get-PeeringLab).Requests").Count));
        Run("Export-PeeringInventory a.csv -Force");
        Assert.NotEqual(digest, Digest("a.csv"));
        Run("Import-PeeringInventory a.csv -Verify");
    }

    [Fact]
    public void A_pipeline_needs_no_connection_and_one_that_brings_nothing_reads_nothing()
    {
        Run("Start-PeeringLab -Estate Migration; $global:pairs = Get-PeeringPair; Stop-PeeringLab");

        Run("$pairs | Export-PeeringInventory a.csv; @() | Export-PeeringInventory b.csv");

        Assert.Equal(11, File.ReadAllLines(At("a.csv")).Length);
        Assert.Single(File.ReadAllLines(At("b.csv")));
        Assert.Equal("NotConnected", Refused("Export-PeeringInventory c.csv"));
    }

    [Theory]
    [InlineData("Export-PeeringInventory a.txt", "InvalidInput")]
    [InlineData("Export-PeeringInventory variable:a.csv", "InvalidInput")]
    [InlineData("Export-PeeringInventory no-such-folder/a.csv", "FileNotAccessible")]
    [InlineData("@() | Export-PeeringInventory a.csv -SubscriptionId x", "InvalidInput")]
    public void Nonsense_is_refused_before_anything_is_read(string script, string id)
    {
        Run("Start-PeeringLab -Estate Migration");
        Assert.Equal(id, Refused(script));
    }
}
