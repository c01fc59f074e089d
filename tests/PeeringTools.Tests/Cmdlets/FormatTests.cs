using System.Management.Automation;
using System.Xml.Linq;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>
/// The views. Tables are shown through Out-Default, as at a prompt; the engine package has no Format-List, so lists are read from
/// the file and their pieces evaluated.
/// </summary>
public sealed class FormatTests : LabTest
{
    private const string Hostile = "a\u001b[31mb\u202ec\u0007d";

    private static readonly XElement Views = XDocument.Load(Path.Combine(Repository.Library, "PeeringTools.Format.ps1xml")).Root!;

    [Theory]
    [InlineData("Get-PeeringPair", "Local Remote Status Sync Expires")]
    [InlineData("(Get-PeeringPair).Local", "VirtualNetwork Name State Sync Flags")]
    [InlineData("Get-PeeringAccount", "Account Environment Source TenantId")]
    [InlineData("Get-PeeringLab", "Estate Now Latency Requests Account")]
    [InlineData("(Get-PeeringLab).Requests", "Number Time Status Method Path")]
    [InlineData("(Get-PeeringTopology).Nodes", "Name Role Peers Component Location AddressSpace Holds")]
    [InlineData("(Get-PeeringTopology).Links", "Local Remote Verdict Status Forwarded Gateway BypassesHub IsGlobal")]
    [InlineData("(Get-PeeringTopology).Components", "Number Networks Links Hubs")]
    [InlineData("(Get-PeeringTopology).Transits", "Via Couples Open Forwarders Example")]
    [InlineData("Test-PeeringHealth", "Local Remote Verdict Skipped Worst")]
    [InlineData("Test-PeeringHealth | ForEach-Object Findings", "Severity RuleId Side Message")]
    [InlineData("(Test-PeeringHealth)[0].Skipped", "RuleId Reason Why")]
    [InlineData("Get-PeeringHealthRule", "Id Severity Title")]
    public void A_table_has_its_columns_and_fits_120(string script, string columns)
    {
        Start("Broken");
        Session.Run("Get-PeeringPair").Clean();

        string text = Session.Show(script).Text;

        string[] lines = text.Split('\n');
        string header = lines.First(line => line.TrimStart().StartsWith(columns.Split(' ')[0] + " ", StringComparison.Ordinal));
        Assert.Equal(columns.Split(' '), header.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Fact]
    public void No_table_asks_for_more_than_120_columns()
    {
        Assert.All(Views.Descendants("TableHeaders"), headers =>
        {
            int[] widths = [.. headers.Descendants("Width").Select(width => (int)width)];
            Assert.InRange(widths.Sum() + headers.Elements().Count() - 1, 1, 120);
        });
    }

    [Fact]
    public void A_state_has_a_sign_beside_its_colour_where_the_console_can_show_one()
    {
        System.Text.Encoding before = Console.OutputEncoding;
        try
        {
            Console.OutputEncoding = System.Text.Encoding.Latin1;
            Assert.Equal("Connected", Status("Connected"));
            Console.OutputEncoding = System.Text.Encoding.UTF8;
            Assert.Equal(("\u2713 Connected", "! Initiated", "\u2717 RemoteGone", "Unknown"), (Status("Connected"), Status("Initiated"), Status("RemoteGone"), Status("Unknown")));
        }
        finally
        {
            Console.OutputEncoding = before;
        }

        string Status(string name) => Session.Run("[PeeringTools.Formatting.PeeringFormat]::Status([pscustomobject]@{ Status = $args[0] }, $null)", name).Single().ToString();
    }

    [Theory]
    [InlineData("Start-PeeringLab -Estate Broken; Get-PeeringPair -OutOfSync", "Connected (out of sync)")]
    [InlineData("Start-PeeringLab -Estate HubSpoke; Get-PeeringPair -Name vnet-spoke-01 | Set-PeeringPair -Disabled", "Connected (access off)")]
    public void A_connected_pair_that_is_less_than_it_sounds_says_so(string script, string said) => Assert.Contains(
        said, Session.Run(script + " | ForEach-Object { [PeeringTools.Formatting.PeeringFormat]::Status($_, $null) }").Clean().Single().ToString());

    [Fact]
    public void The_status_of_no_pair_is_cut_off()
    {
        Start("Broken");

        string text = Session.Show("Get-PeeringPair").Text;

        Assert.Contains("Disconnected (remote side missing)", text, StringComparison.Ordinal);
        Assert.Contains("RemoteGone (local side missing)", text, StringComparison.Ordinal);
        Assert.Contains("2024-02-29 23:59Z", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2026", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-PeeringPair", "RemoteNotVisible")]
    [InlineData("Get-PeeringAccount", "LAB")]
    [InlineData("(Get-PeeringPair).Local", "Connected")]
    public void A_narrow_screen_still_shows_what_matters(string script, string what)
    {
        Start("Broken");
        Session.Person.Screen.Width = 80;

        string text = Session.Show(script).Text;

        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Theory]
    [InlineData("Get-PeeringPair")]
    [InlineData("Get-PeeringAccount")]
    [InlineData("Get-PeeringLab")]
    public void What_is_not_real_says_LAB(string script)
    {
        Start("HubSpoke");

        Assert.Contains("LAB", Session.Show(script).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PeeringPair", "(Get-PeeringPair)[0]")]
    [InlineData("PeeringSide", "(Get-PeeringPair)[0].Local")]
    [InlineData("PeeringConnection", "Get-PeeringAccount")]
    [InlineData("PeeringLab", "Get-PeeringLab")]
    [InlineData("PeeringLabRequest", "(Get-PeeringLab).Requests[0]")]
    [InlineData("PeeringTopologyNode", "(Get-PeeringTopology).Nodes[0]")]
    [InlineData("PeeringTopologyLink", "(Get-PeeringTopology).Links[0]")]
    [InlineData("PeeringTopologyComponent", "(Get-PeeringTopology).Components[0]")]
    [InlineData("PeeringTransit", "(Get-PeeringTopology).Transits[0]")]
    [InlineData("PeeringUnwantedMesh", "[PeeringTools.PeeringUnwantedMesh]::new()")]
    [InlineData("PeeringTopology", "Get-PeeringTopology")]
    [InlineData("PeeringInventoryChange", "[PeeringTools.PeeringInventoryChange]::new()")]
    [InlineData("PeeringInventoryEvidence", "[PeeringTools.PeeringInventoryEvidence]::new()")]
    [InlineData("PeeringLabResponse", "Invoke-PeeringLabRequest '/subscriptions?api-version=2022-12-01'")]
    public void A_list_leaves_nothing_out_and_each_of_its_pieces_works(string view, string script)
    {
        Start("HubSpoke");
        Session.Run("Get-PeeringPair").Clean();
        PSObject item = Session.Run(script).Clean()[0];
        Dictionary<string, XElement> pieces = Pieces(view);

        IEnumerable<string> wanted = item.BaseObject.GetType().GetProperties().Where(property => !property.GetMethod!.IsAssembly).Select(property => property.Name);
        Assert.Empty(wanted.Except(pieces.Keys.Concat(["MissingSide"])));
        Assert.All(pieces, piece =>
        {
            string block = piece.Value.Element("ScriptBlock")?.Value ?? $"$_.{piece.Value.Element("PropertyName")!.Value}";
            Session.Run($"param($item) $item | ForEach-Object {{ {block} }}", item).Clean();
        });
    }

    [Fact]
    public void Names_and_tags_of_others_reach_no_terminal_raw()
    {
        using EstateFile estate = HostileEstate();
        Start(estate);

        ScriptRun run = Session.Show("$pairs = Get-PeeringPair; $pairs; $pairs.Local; $pairs.Remote");
        PSObject pair = Assert.Single(Pairs("Get-PeeringPair"));
        string list = string.Concat(Pieces("PeeringPair").Values.Where(piece => piece.Element("ScriptBlock") is not null)
            .Select(piece => Session.Run($"param($item) $item | ForEach-Object {{ {piece.Element("ScriptBlock")!.Value.Replace("$PSStyle", "$null", StringComparison.Ordinal)} }}", pair).Single()));

        Assert.Equal(Hostile, pair.Text("Owner"));
        Assert.Contains(@"a\u001B[31mb\u202Ec\u0007d", list, StringComparison.Ordinal);
        Assert.DoesNotContain((run.Text + list).Where(c => char.IsControl(c) && c != '\n' || c == '\u202e'), _ => true);
    }

    [Fact]
    public void Hostile_input_is_shown_harmless_in_errors()
    {
        Start("HubSpoke");

        foreach (string script in new[] { "Get-PeeringPair -VirtualNetworkId $args[0]", "Get-PeeringPair -SubscriptionId $args[0]", "Get-PeeringPair -ResourceGroupName $args[0]" })
        {
            string text = Session.Run(script, Hostile).SingleError().ToString();
            Assert.Contains("\\u001B", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Colour_is_for_hosts_that_have_a_style_and_never_reaches_a_pipe()
    {
        Start("HubSpoke");

        Assert.Matches("^\u001b\\[32m(\u2713 )?Connected\u001b\\[0m$", Session.Run("[PeeringTools.Formatting.PeeringFormat]::Status([pscustomobject]@{ Status = 'Connected' }, $PSStyle)").Single().ToString());
        Assert.DoesNotContain('\u001b', Session.Run("[PeeringTools.Formatting.PeeringFormat]::Status([pscustomobject]@{ Status = 'Connected' }, $null)").Single().ToString());
        Assert.DoesNotContain('\u001b', Session.Show("Get-PeeringPair").Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Pairs_that_were_away_look_the_same(int depth)
    {
        Start("Migration");
        Session.Run("$global:live = Get-PeeringPair -Ticket *; $global:away = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live, $args[0]))", depth).Clean();

        Assert.Equal(Session.Show("$live").Text, Session.Show("$away").Text);
        Assert.Equal(Session.Show("$live.Local").Text, Session.Show("$away.Local").Text);
    }

    private static EstateFile HostileEstate()
    {
        EstateFile estate = new();
        string left = EstateFile.Id("left"), right = EstateFile.Id("right");
        // The record's pair id: the hash of both ids in lower case, as docs describe it.
        string pair = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{left.ToLowerInvariant()}\n{right.ToLowerInvariant()}")))[..12];
        return estate
            .Add(left, "10.1.0.0/16", [right], new Dictionary<string, string> { ["PeeringTools:to-right"] = $"pair={pair};owner={Hostile};ticket={Hostile}" })
            .Add(right, "10.2.0.0/16", [left]);
    }

    private static Dictionary<string, XElement> Pieces(string view) => Views.Descendants("View")
        .Where(candidate => candidate.Element("Name")!.Value == view && candidate.Element("ListControl") is not null)
        .Descendants("ListItem").ToDictionary(piece => piece.Element("Label")!.Value);
}
