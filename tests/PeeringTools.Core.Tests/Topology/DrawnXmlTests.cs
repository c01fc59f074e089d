using System.Globalization;
using System.Xml.Linq;

namespace PeeringTools.Topology;

/// <summary>The two formats that are XML, held against what their viewers need.</summary>
public sealed class DrawnXmlTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Estates => ["showcase", "corpus", "empty"];

    [Theory]
    [MemberData(nameof(Estates))]
    public void An_svg_has_a_box_to_be_seen_through_unique_ids_and_no_reference_that_leads_nowhere(string estate)
    {
        XElement root = XDocument.Parse(Town.Draw(Of(estate), "svg")).Root!;
        int[] box = [.. root.Attribute("viewBox")!.Value.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        string[] ids = [.. root.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];

        Assert.Equal((0, 0, root.Attribute("width")!.Value, root.Attribute("height")!.Value), (box[0], box[1], $"{box[2]}", $"{box[3]}"));
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(root.Attribute("aria-labelledby")!.Value.Split(' '), id => Assert.Contains(id, ids));
        Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.Value.Contains("url(", StringComparison.Ordinal) || attribute.Name.LocalName == "href");
    }

    [Fact]
    public void An_svg_runs_nothing_loads_nothing_and_has_no_style_but_in_its_one_sheet()
    {
        XElement root = XDocument.Parse(Town.Draw(Corpus.Town(), "svg")).Root!;
        Assert.Empty(root.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(["svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"]));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(root.Elements(Svg + "style"));
        Assert.Contains("prefers-color-scheme:dark", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_svg_tells_every_network_and_pair_in_full_where_the_picture_cuts_it()
    {
        XElement root = XDocument.Parse(Town.Draw(Corpus.Town(), "svg")).Root!;
        XElement cut = root.Descendants(Svg + "text").Single(text => text.Value.StartsWith("www", StringComparison.Ordinal) && text.Attribute("class")!.Value == "name");

        Assert.Matches("^w+…w+$", cut.Value);
        Assert.StartsWith(new string('w', 200), cut.Parent!.Element(Svg + "title")!.Value, StringComparison.Ordinal);
        Assert.All(root.Descendants(Svg + "g").Where(group => group.Attribute("data-network") is not null || group.Attribute("data-pair") is not null), group => Assert.NotNull(group.Element(Svg + "title")));
    }

    [Fact]
    public void Names_that_begin_alike_are_told_apart_where_they_are_cut()
    {
        XElement root = XDocument.Parse(Town.Draw(Town.Build(Town.Star("vnet-of-a-department-with-a-long-name", 30)), "svg")).Root!;
        string[] names = [.. root.Descendants(Svg + "text").Where(text => text.Attribute("class")?.Value == "name").Select(text => text.Value)];
        Assert.Equal((31, 31), (names.Length, names.Distinct().Count()));
        Assert.All(names, name => Assert.Contains('…', name));
    }

    [Fact]
    public void No_words_are_wider_than_their_box()
    {
        XElement root = XDocument.Parse(Town.Draw(Corpus.Town(), "svg")).Root!;
        foreach (XElement text in root.Descendants(Svg + "text").Where(text => text.Attribute("class")?.Value == "name"))
        {
            XElement outline = text.Parent!.Element(Svg + "rect")!;
            int end = (int)text.Attribute("x")! + TextFit.Measure(text.Value, 15);
            Assert.InRange(end, 0, (int)outline.Attribute("x")! + (int)outline.Attribute("width")!);
        }
    }

    [Theory]
    [InlineData("broken", "Disconnected")]
    [InlineData("broken", "not in sync")]
    [InlineData("degraded", "degraded")]
    [InlineData("unknown", "not visible")]
    [InlineData("expiring", "ends 2026-10-20")]
    [InlineData("bypass", null)]
    [InlineData("cross-tenant", null)]
    [InlineData("global", "global")]
    public void What_is_to_be_said_of_a_pair_is_a_class_with_a_line_of_its_own_and_words(string look, string? words)
    {
        XElement root = XDocument.Parse(Town.Draw(Showcase.Build(), "svg")).Root!;
        XElement[] links = [.. root.Descendants(Svg + "g").Where(group => group.Attribute("class")?.Value == "link " + look && group.Attribute("data-pair") is not null)];
        Assert.NotEmpty(links);
        if (words is not null) Assert.Contains(links, link => link.Elements(Svg + "text").Any(text => text.Value.Contains(words, StringComparison.Ordinal)));
        string rule = SvgStyle.Css.Split('\n').Single(line => line.StartsWith($".peering-diagram .{look} path", StringComparison.Ordinal));
        Assert.Contains("stroke:var(", rule, StringComparison.Ordinal);
        Assert.True(rule.Contains("stroke-dasharray", StringComparison.Ordinal) || rule.Contains("stroke-width:3.5", StringComparison.Ordinal));
    }

    [Fact]
    public void The_title_of_a_pair_says_who_lets_what_through()
    {
        string title = XDocument.Parse(Town.Draw(Showcase.Build(), "svg")).Root!.Descendants(Svg + "title").Single(t => t.Value.StartsWith("hub-a - hub-a-s001\n", StringComparison.Ordinal)).Value;
        Assert.Equal(
            ["hub-a - hub-a-s001", "Connected, FullyInSync", "hub-a-s001 accepts forwarded traffic from hub-a", "hub-a-s001 uses the gateway of hub-a", "route tables of hub-a-s001 send traffic to an appliance in hub-a"],
            title.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Estates))]
    public void A_drawio_model_has_unique_ids_parents_that_exist_and_edges_between_cells(string estate)
    {
        XElement root = XDocument.Parse(Town.Draw(Of(estate), "drawio")).Root!.Element("diagram")!.Element("mxGraphModel")!.Element("root")!;
        Dictionary<string, XElement> cells = root.Elements().ToDictionary(element => element.Attribute("id")!.Value, element => element.Name == "object" ? element.Element("mxCell")! : element);

        Assert.Equal(["0", "1"], root.Elements("mxCell").Select(cell => cell.Attribute("id")!.Value));
        Assert.All(cells.Where(cell => cell.Key != "0"), cell => Assert.Contains(cell.Value.Attribute("parent")!.Value, cells.Keys));
        Assert.All(cells.Values.Where(cell => cell.Attribute("edge") is not null), edge =>
        {
            Assert.NotNull(cells[edge.Attribute("source")!.Value].Attribute("vertex"));
            Assert.NotNull(cells[edge.Attribute("target")!.Value].Attribute("vertex"));
            Assert.Equal("1", edge.Element("mxGeometry")!.Attribute("relative")!.Value);
        });
        Assert.All(cells.Values.Where(cell => cell.Attribute("vertex") is not null), vertex => Assert.True((int)vertex.Element("mxGeometry")!.Attribute("width")! > 0));
        Assert.All(cells.Values.Where(cell => cell.Attribute("style") is not null), cell => Assert.Contains("html=0;", cell.Attribute("style")!.Value, StringComparison.Ordinal));
    }

    private static PeeringTopology Of(string estate) => estate switch
    {
        "showcase" => Showcase.Build(),
        "corpus" => Corpus.Town(),
        _ => Town.Build(),
    };
}
