using System.Management.Automation;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Inventory;

public sealed class CompareTests : InventoryTest
{
    private const string Ticket = "CHG0041873";

    [Fact]
    public void A_change_made_behind_the_modules_back_is_found_live_and_between_files()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory before.csv");
        string network = Run("(Get-PeeringPair -Ticket $args[0]).Remote.VirtualNetworkId", Ticket)[0].ToString();
        Run("Invoke-PeeringLabRequest \"$($args[0])/providers/Microsoft.Resources/tags/default?api-version=2021-04-01\" PATCH '{\"operation\":\"Replace\",\"properties\":{\"tags\":{}}}' -Confirm:$false", network);
        Run("Export-PeeringInventory after.json");

        IReadOnlyList<PSObject> live = Run("Compare-PeeringInventory before.csv");

        Assert.Equal(["RecordLost vnet-platform-01 vnet-legacy-02 RecordState"], Lines(live));
        Assert.Equal("Lost", Run("(Compare-PeeringInventory before.csv).Pair.RecordState")[0].ToString());
        Assert.Equal(Lines(live), Lines(Run("Compare-PeeringInventory before.csv after.json -Verify")));
        Assert.Equal(Lines(live), Lines(Run("Get-PeeringPair | Compare-PeeringInventory before.csv")));
        Assert.Equal(Lines(live), Lines(Run("Compare-PeeringInventory (Import-PeeringInventory before.csv) (Import-PeeringInventory after.json)")));
    }

    [Fact]
    public void A_ticket_goes_from_unchanged_to_gone()
    {
        Run("Start-PeeringLab -Estate Migration; $global:approved = Export-PeeringInventory approved.csv -PassThru");
        Assert.Equal(["Unchanged vnet-platform-01 vnet-legacy-02  True"], Lines(Run("Compare-PeeringInventory $approved -Ticket $args[0] -Verify", Ticket)));
        Assert.Equal(["Overdue vnet-platform-02 vnet-legacy-03  False"], Lines(Run("Compare-PeeringInventory $approved -Ticket CHG0038110")));

        Run("Get-PeeringPair -Ticket CHG* | Remove-PeeringPair -Force; Export-PeeringInventory after.csv");

        Assert.Equal(["Removed vnet-platform-01 vnet-legacy-02  False"], Lines(Run("Compare-PeeringInventory approved.csv after.csv -Ticket $args[0] -Verify", Ticket)));
        Assert.Equal(["Gone vnet-platform-02 vnet-legacy-03  True"], Lines(Run("Compare-PeeringInventory approved.csv after.csv -Ticket CHG0038110 -Verify")));
        Assert.Equal(["Removed", "Removed"], Run("Compare-PeeringInventory approved.csv after.csv").Select(change => Value(change, "Change")!.ToString()));
        Assert.Equal("TicketNotFound", Refused("Compare-PeeringInventory approved.csv after.csv -Ticket CHG-9"));
    }

    [Fact]
    public void Nothing_at_all_is_an_empty_inventory_and_not_the_live_one()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");

        Assert.Equal(10, Run("@() | Compare-PeeringInventory a.csv").Count);
        Assert.Equal(10, Run("Compare-PeeringInventory a.csv @()").Count);
        Assert.Equal(10, Run("Compare-PeeringInventory @() a.csv").Count);
        Assert.Empty(Run("Compare-PeeringInventory a.csv"));
    }

    [Fact]
    public void Two_files_need_no_connection()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv; Stop-PeeringLab");

        Assert.Empty(Run("Compare-PeeringInventory a.csv a.csv"));
        Assert.Equal("NotConnected", Refused("Compare-PeeringInventory a.csv"));
    }

    [Fact]
    public void A_live_reading_with_a_hole_or_touched_files_are_not_compared()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");
        Run("Set-PeeringLab -DenyAction Microsoft.Network/virtualNetworks/read");

        Assert.Equal("CoverageIncomplete", Refused("Compare-PeeringInventory a.csv"));
        File.AppendAllText(At("a.csv"), "\n");
        Assert.Equal("EvidenceMismatch", Refused("Compare-PeeringInventory a.csv a.csv -Verify"));
        Assert.Equal("InvalidInput", Refused("Compare-PeeringInventory a.csv 5"));
    }

    [Fact]
    public void The_scope_of_the_reference_is_the_scope_of_the_live_reading()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv -ResourceGroupName rg-platform-network");

        Assert.Empty(Run("Compare-PeeringInventory a.csv"));
        ScriptRun wider = Session.Run("Export-PeeringInventory b.csv; Compare-PeeringInventory a.csv b.csv");
        Assert.Contains("different scopes", Assert.Single(wider.Warnings), StringComparison.Ordinal);
        Assert.All(wider.Clean(), change => Assert.Equal("Added", Value(change, "Change")!.ToString()));
    }

    [Fact]
    public void The_views_show_what_counts()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");

        string findings = Session.Show("Compare-PeeringInventory a.csv -Ticket $args[0]", Ticket).Text;
        string evidence = Session.Show("Export-PeeringInventory b.csv -PassThru").Text;

        Assert.Contains("Unchanged", findings, StringComparison.Ordinal);
        Assert.Contains("vnet-legacy-02", findings, StringComparison.Ordinal);
        Assert.Contains("LAB", evidence, StringComparison.Ordinal);
    }
}
