using System.Management.Automation;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Inventory;

public sealed class ImportTests : InventoryTest
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Imported_pairs_pipe_into_what_reads(string format)
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.$($args[0])", format);

        Assert.All(Run("Import-PeeringInventory a.$($args[0]) -Verify", format), pair => Assert.Equal("LAB Inventory", Value(pair, "Source")));
        Assert.Equal(10, Run("Import-PeeringInventory a.$($args[0]) | Get-PeeringPair", format).Count);
        Assert.All(Run("Import-PeeringInventory a.$($args[0]) | Get-PeeringPair", format), pair => Assert.Equal("LAB ResourceManager", Value(pair, "Source")));
        Run("Import-PeeringInventory a.$($args[0]) | Export-PeeringInventory b.$($args[0])", format);
        Assert.Equal(Digest("a." + format), Digest("b." + format));
    }

    [Fact]
    public void A_path_a_file_and_an_evidence_object_all_name_the_file()
    {
        Run("Start-PeeringLab -Estate Migration");

        Assert.Equal(10, Run("Export-PeeringInventory a.csv -PassThru | Import-PeeringInventory -Verify").Count);
        Assert.Equal(10, Run("[IO.FileInfo]$args[0] | Import-PeeringInventory", At("a.csv")).Count);
        Assert.Equal(20, Run("'a.csv', $args[0] | Import-PeeringInventory", At("a.csv")).Count);
    }

    [Fact]
    public void A_malformed_row_is_an_error_with_its_line_and_the_others_come()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");
        string[] lines = File.ReadAllLines(At("a.csv"));
        lines[4] = lines[4].Replace(",Connected,", ",Fine,", StringComparison.Ordinal);
        File.WriteAllLines(At("b.csv"), lines);

        ScriptRun run = Session.Run("Import-PeeringInventory b.csv");

        Assert.Equal(9, run.Output.Count);
        ErrorRecord error = run.SingleError();
        Assert.StartsWith("InventoryRowMalformed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("line 5: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Touched_data_is_refused_with_Verify_before_any_pair_comes_and_warned_about_without()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");
        File.AppendAllText(At("a.csv"), "\n");

        Assert.Equal("EvidenceMismatch", Refused("Import-PeeringInventory a.csv -Verify"));
        ScriptRun run = Session.Run("Import-PeeringInventory a.csv");
        Assert.Equal(10, run.Clean().Count);
        Assert.Contains("not believed", Assert.Single(run.Warnings), StringComparison.Ordinal);
        File.Delete(At("a.csv.evidence.json"));
        Assert.Equal("EvidenceMissing", Refused("Import-PeeringInventory a.csv -Verify"));
    }

    [Fact]
    public void A_file_that_is_refused_does_not_keep_the_next_one_back()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");

        ScriptRun run = Session.Run("'missing.csv', 'a.csv' | Import-PeeringInventory");

        Assert.Equal(10, run.Output.Count);
        Assert.StartsWith("FileNotAccessible,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_side_comes_back_as_the_inventory_had_it()
    {
        Run("Start-PeeringLab -Estate Migration; Export-PeeringInventory a.csv");
        string lost = Run("(Get-PeeringPair -Ticket CHG0041873).Remote.Id")[0].ToString();
        Run("Invoke-PeeringLabRequest \"$($args[0])?api-version=2024-05-01\" DELETE -Confirm:$false", lost);

        Run("Get-PeeringPair -Ticket CHG0041873 | Repair-PeeringPair -Baseline (Import-PeeringInventory a.csv) -Force");

        // The peering is another one now; everything that was settled about it is as before.
        Assert.All(Run("Compare-PeeringInventory a.csv"), change => Assert.EndsWith("ResourceGuid", Value(change, "Field")!.ToString(), StringComparison.Ordinal));
    }
}
