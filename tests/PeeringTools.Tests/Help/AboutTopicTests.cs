using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Help;

/// <summary>The about_ topics have the shape that Get-Help reads, and speak of commands and parameters that exist.</summary>
public sealed partial class AboutTopicTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "en-US");

    public static TheoryData<string> Topics => [.. Directory.GetFiles(Folder, "about_*.help.txt").Select(file => Path.GetFileName(file)[..^".help.txt".Length])];

    [Fact]
    public void There_are_topics_for_what_no_command_explains_alone() => Assert.Superset(
        new HashSet<string> { "about_PeeringTools", "about_PeeringTools_Expiration", "about_PeeringTools_Lab", "about_PeeringTools_CrossTenant" },
        Directory.GetFiles(Folder, "about_*").Select(file => Path.GetFileName(file)[..^".help.txt".Length]).ToHashSet());

    [Theory]
    [MemberData(nameof(Topics))]
    public void It_has_the_shape_and_the_width_of_a_topic(string topic)
    {
        byte[] bytes = File.ReadAllBytes(PathOf(topic));
        string[] lines = File.ReadAllLines(PathOf(topic));

        // Windows PowerShell takes a text without the mark for another code page.
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(["TOPIC", "    " + topic, "", "SHORT DESCRIPTION"], lines[..4]);
        Assert.Equal(["", "LONG DESCRIPTION"], lines[5..7]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_it(string topic)
    {
        using EngineSession session = EngineSession.WithModule();

        PSObject help = session.Run("Get-Help $args[0]", topic).Single();

        Assert.StartsWith("TOPIC", help.ToString(), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(PathOf(topic))[4].Trim(), help.Properties["Synopsis"].Value.ToString()!.Trim());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void What_it_names_exists(string topic)
    {
        using EngineSession session = EngineSession.WithModule();
        HashSet<string> commands = [.. session.Run("(Get-Command -Module PeeringTools).Name").Clean().Select(name => name.ToString())];
        string text = File.ReadAllText(PathOf(topic));

        Assert.All(CommandName().Matches(text).Select(match => match.Value), name => Assert.Contains(name, commands));
        Assert.All(TopicName().Matches(text).Select(match => match.Value), name => Assert.True(File.Exists(PathOf(name)), name));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Its_examples_bind(string topic)
    {
        using EngineSession session = EngineSession.WithModule();

        Assert.Empty(StaticBinding.Problems(session, Blocks(topic).SelectMany(Calls)));
    }

    private static string PathOf(string topic) => Path.Combine(Folder, topic + ".help.txt");

    /// <summary>What is indented by eight and calls a command of ours; other such blocks are lists.</summary>
    private static IEnumerable<string> Blocks(string topic) => Paragraph().Split(File.ReadAllText(PathOf(topic)))
        .Select(paragraph => string.Join('\n', paragraph.Split('\n').Where(line => line.StartsWith("        ", StringComparison.Ordinal))))
        .Where(block => CommandName().IsMatch(block));

    private static IEnumerable<CommandAst> Calls(string block)
    {
        ScriptBlockAst script = Parser.ParseInput(block, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        return script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(call => CommandName().IsMatch(call.GetCommandName()));
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+-(Expired)?Peering\w+")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\babout_PeeringTools\w*")]
    private static partial Regex TopicName();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Paragraph();
}
