using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PeeringTools.Topology;

/// <summary>
/// Parsers that are not ours read what is written: Mermaid's own, and Graphviz. Skipped where they are not installed; <c>npm ci</c>
/// in <c>tests/diagrams</c> brings the first, the package graphviz the second.
/// </summary>
public sealed class ForeignParserTests
{
    private static readonly string Folder = Path.Combine(Core.Tests.Repository.Root, "tests", "diagrams");

    [Fact]
    public void Mermaid_reads_every_network_and_pair_of_the_showcase()
    {
        PeeringTopology topology = Showcase.Build();
        JsonNode read = Mermaid(Town.Draw(topology, "mmd", "a \"title\": of # it"));
        Assert.Equal(topology.Nodes.Length, ((JsonArray)read["nodes"]!).Count);
        Assert.Equal(topology.Links.Length, ((JsonArray)read["edges"]!).Count);
        Assert.Equal(2, ((JsonArray)read["groups"]!).Count);
        Assert.Contains("✕ Disconnected", read["edges"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_takes_no_name_for_a_word_of_its_language_and_gives_each_back()
    {
        PeeringTopology topology = Corpus.Town();
        JsonNode read = Mermaid(Town.Draw(topology, "mmd"));
        string[] names = [.. ((JsonArray)read["nodes"]!).Select(text => ((string)text!).Split("<br>")[0].Split("<br/>")[0])];
        Assert.Equal(topology.Nodes.Select(node => DrawnText.Of(node.Name).Trim()).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(topology.Links.Length, ((JsonArray)read["edges"]!).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Graphviz_draws_every_network_and_pair(bool isHostile)
    {
        Assert.SkipUnless(Finds("dot"), "Graphviz is not installed.");
        PeeringTopology topology = isHostile ? Corpus.Town() : Showcase.Build();

        (string output, string errors) = Run("dot", ["-Tsvg"], Town.Draw(topology, "dot"));

        Assert.DoesNotContain("rror", errors, StringComparison.Ordinal);
        XElement[] groups = [.. XDocument.Parse(output[output.IndexOf("<svg", StringComparison.Ordinal)..]).Root!.Descendants().Where(element => element.Name.LocalName == "g")];
        Assert.Equal(topology.Nodes.Length, groups.Count(group => group.Attribute("class")?.Value == "node"));
        Assert.Equal(topology.Links.Length, groups.Count(group => group.Attribute("class")?.Value == "edge"));
        IEnumerable<string> texts = groups.Where(group => group.Attribute("class")?.Value == "node").Select(group => group.Descendants().First(element => element.Name.LocalName == "text").Value);
        Assert.Equal(topology.Nodes.Select(node => Blank(DrawnText.Of(node.Name))).Order(StringComparer.Ordinal), texts.Select(Blank).Order(StringComparer.Ordinal));
    }

    /// <summary>Graphviz writes a space that is not to break.</summary>
    private static string Blank(string text) => text.Replace('\u00A0', ' ').Trim();

    private static JsonNode Mermaid(string text)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "mermaid")), "The packages of tests/diagrams are not installed: run `npm ci` there.");
        Assert.SkipUnless(Finds("node"), "node is not installed.");
        (string output, _) = Run("node", [Path.Combine(Folder, "parse.mjs")], text);
        JsonNode read = JsonNode.Parse(output)!;
        Assert.Null((string?)read["error"]);
        return read;
    }

    private static bool Finds(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static (string Output, string Errors) Run(string program, string[] arguments, string input)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string all = output.GetAwaiter().GetResult();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return (all, errors.GetAwaiter().GetResult());
    }
}
