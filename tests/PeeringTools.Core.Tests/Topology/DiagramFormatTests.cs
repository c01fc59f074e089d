using CsCheck;

namespace PeeringTools.Topology;

public sealed class DiagramFormatTests
{
    public static TheoryData<string> Formats => [.. DiagramFormat.Names];

    /// <summary>PEERINGTOOLS_WRITE_DOCS=1 writes the files anew; their diff is what a reviewer reads.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void The_showcase_is_drawn_as_it_was(string format)
    {
        string path = Path.Combine(Core.Tests.Repository.Root, "tests", "PeeringTools.Core.Tests", "Topology", "Goldens", "showcase." + format);
        string drawn = Town.Draw(Showcase.Build(), format, "Showcase");
        if (Environment.GetEnvironmentVariable("PEERINGTOOLS_WRITE_DOCS") == "1") File.WriteAllText(path, drawn);
        Assert.Equal(File.ReadAllText(path), drawn);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_order_of_the_pairs_changes_no_byte(string format)
    {
        string expected = Town.Draw(Showcase.Build(), format);
        Showcase.Build(pairs =>
        {
            Gen.Shuffle(pairs).Sample(shuffled => Assert.Equal(expected, Town.Draw(Showcase.Build(_ => shuffled), format)), iter: 5);
            return pairs;
        });
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_that_a_terminal_obeys_and_no_line_of_its_own_comes_from_a_name(string format)
    {
        string drawn = Town.Draw(Corpus.Town(), format, Corpus.Hostile[30]);
        Assert.DoesNotContain(drawn, c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u200F' or '\u2028' or '\uFEFF' or '\uFFFE');
        // In a quoted string of Graphviz it is text, and what Graphviz draws escapes it.
        if (format != "dot") Assert.DoesNotContain("<script", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_pairs_at_all_are_a_diagram_too(string format) => Assert.EndsWith("\n", Town.Draw(Town.Build(), format), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.SVG", null, typeof(SvgFormat))]
    [InlineData("a.txt", "mmd", typeof(MermaidFormat))]
    [InlineData("a.svg", "drawio", typeof(DrawioFormat))]
    [InlineData("a.b.dot", null, typeof(DotFormat))]
    public void The_name_says_the_format_unless_it_is_given(string path, string? name, Type format) => Assert.IsType(format, DiagramFormat.Of(path, name));

    [Fact]
    public void A_name_that_says_none_is_refused()
    {
        Assert.Equal(nameof(Errors.InvalidInput), Assert.Throws<PeeringException>(() => DiagramFormat.Of("a.png", null)).Error.Id);
    }

    [Fact]
    public void What_is_of_the_lab_says_so_in_every_format()
    {
        PeeringTopology topology = Town.Build([Town.Pair("a", "b", pair => pair.Source = "LAB ResourceManager")]);
        Assert.All(DiagramFormat.Names, format => Assert.Contains("LAB", Town.Draw(topology, format), StringComparison.Ordinal));
        Assert.All(DiagramFormat.Names, format => Assert.DoesNotContain("LAB", Town.Draw(Town.Build([Town.Pair("a", "b")]), format), StringComparison.Ordinal));
    }
}
