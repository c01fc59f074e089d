using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Topology;

public sealed class DiagramTests : InventoryTest
{
    [Theory]
    [InlineData("svg")]
    [InlineData("mmd")]
    [InlineData("dot")]
    [InlineData("drawio")]
    public void The_same_lab_twice_gives_the_same_bytes_and_says_LAB(string format)
    {
        Run("Start-PeeringLab -Estate Broken; Export-PeeringDiagram one.$($args[0]); Set-PeeringLab -AdvanceClock 1h; Export-PeeringDiagram two.$($args[0])", format);

        Assert.Equal(Digest("one." + format), Digest("two." + format));
        Assert.Contains("LAB", File.ReadAllText(At("one." + format)), StringComparison.Ordinal);
        Assert.Equal(2, Files.Count());
    }

    [Fact]
    public void The_picture_shows_the_hub_its_gateway_and_its_firewall()
    {
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringDiagram a.svg -Title 'Our hub'");

        string picture = File.ReadAllText(At("a.svg"));
        Assert.All("Our hub|>GW<|>FW<|vnet-spoke-13|Not peered".Split('|'), words => Assert.Contains(words, picture, StringComparison.Ordinal));
        Assert.DoesNotContain("could be read", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_from_the_pipeline_need_no_connection_and_none_are_an_empty_picture()
    {
        Run("Start-PeeringLab -Estate HubSpoke; $global:pairs = Get-PeeringPair; Stop-PeeringLab; $pairs | Export-PeeringDiagram a.mmd; @() | Export-PeeringDiagram b.mmd");

        Assert.Equal(12, File.ReadAllLines(At("a.mmd")).Count(line => line.Contains("-->", StringComparison.Ordinal)));
        Assert.Contains("flowchart", File.ReadAllText(At("b.mmd")), StringComparison.Ordinal);
        Assert.Equal("NotConnected", Refused("Export-PeeringDiagram c.mmd"));
    }

    [Fact]
    public void An_existing_file_needs_Force_and_WhatIf_writes_nothing()
    {
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringDiagram a.svg -WhatIf");
        Assert.Empty(Files);
        Run("Export-PeeringDiagram a.txt -Format dot");
        Assert.Equal("FileExists", Refused("Export-PeeringDiagram a.txt -Format dot"));

        Assert.Equal(At("a.txt"), Assert.Single(Run("Export-PeeringDiagram a.txt -Format svg -Force -PassThru")).ToString());

        Assert.StartsWith("<svg", File.ReadAllText(At("a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_reading_draws_nothing()
    {
        Run("Start-PeeringLab -Estate Migration; Set-PeeringLab -DenyAction Microsoft.Network/virtualNetworks/read");

        Assert.Equal("CoverageIncomplete", Refused("Export-PeeringDiagram a.svg"));
        Assert.Empty(Files);
    }

    [Theory]
    [InlineData("Export-PeeringDiagram a.png", "InvalidInput")]
    [InlineData("Export-PeeringDiagram no-such-folder/a.svg", "FileNotAccessible")]
    [InlineData("@() | Export-PeeringDiagram a.svg -SubscriptionId x", "InvalidInput")]
    public void Nonsense_is_refused_before_anything_is_read(string script, string id)
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        Assert.Equal(id, Refused(script));
    }

    [Fact]
    public void More_than_Mermaid_draws_is_said()
    {
        Run("Start-PeeringLab -Estate Large -Networks 700");

        ScriptRun run = Session.Run("Export-PeeringDiagram a.mmd -PairsOnly");

        Assert.Contains("500", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    /// <summary>PEERINGTOOLS_WRITE_DOCS=1 draws it anew.</summary>
    [Fact]
    public void The_picture_in_the_docs_is_what_is_drawn_today()
    {
        string path = Path.Combine(Repository.Root, "docs", "images", "hub-and-spoke.svg");
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringDiagram a.svg -Title 'A hub with twelve spokes'");
        if (Environment.GetEnvironmentVariable("PEERINGTOOLS_WRITE_DOCS") == "1") File.Copy(At("a.svg"), path, overwrite: true);

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), File.ReadAllText(At("a.svg")));
    }
}
