using System.Management.Automation;
using System.Xml.Linq;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Help;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>What belongs to a command, those to come included: a source file, a test, help to read, a view for what it returns.</summary>
public sealed class CompletenessTests
{
    private static readonly Lazy<Dictionary<string, CmdletInfo>> Found = new(Find);

    private static readonly Lazy<string> TestSources = new(() => string.Concat(
        Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)));

    public static TheoryData<string> Commands => [.. Found.Value.Keys];

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_has_a_source_file_of_its_name(string name) => Assert.True(File.Exists(
        Path.Combine(Repository.Root, "src", "PeeringTools", "Commands", Found.Value[name].ImplementingType.Name + ".cs")));

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_is_called_in_a_test(string name) => Assert.Contains(name, TestSources.Value, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Its_help_says_what_it_does_and_shows_it_twice(string name)
    {
        PSObject help = Help(name);

        Assert.NotEmpty(Text(help, "Synopsis"));
        Assert.NotEmpty(Text(help, "description"));
        Assert.All(HelpExample.All.Where(example => example.Value.Command == name), example => Assert.NotEmpty(example.Value.Code));
        Assert.InRange(HelpExample.All.Count(example => example.Value.Command == name), 2, 9);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Its_help_describes_every_parameter(string name)
    {
        PSObject parameters = (PSObject)Help(name).Properties["parameters"].Value;
        object? all = parameters.Properties["parameter"]?.Value;
        PSObject[] described = all switch { PSObject[] many => many, PSObject one => [one], _ => [] };

        IEnumerable<string> own = Found.Value[name].Parameters.Keys.Except(Cmdlet.CommonParameters);
        Assert.Equal(own.Order(StringComparer.Ordinal), described.Select(parameter => Text(parameter, "name")).Order(StringComparer.Ordinal));
        Assert.All(described, parameter => Assert.NotEmpty(Text(parameter, "description")));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_it_returns_has_a_view(string name)
    {
        HashSet<string> viewed = [.. XDocument.Load(Path.Combine(Repository.Library, "PeeringTools.Format.ps1xml")).Descendants("TypeName").Select(type => type.Value)];

        Assert.All(Found.Value[name].OutputType.Select(type => type.Name).Where(type => type.StartsWith("PeeringTools.", StringComparison.Ordinal)),
            type => Assert.Contains(type, viewed));
    }

    private static PSObject Help(string name)
    {
        using EngineSession session = EngineSession.WithModule();
        return session.Run("Get-Help $args[0] -Full", name).Single();
    }

    /// <summary>The text of a member, of paragraphs too.</summary>
    private static string Text(PSObject item, string member) => item.Properties[member]?.Value switch
    {
        PSObject[] paragraphs => string.Concat(paragraphs.Select(paragraph => paragraph.Properties["Text"]?.Value)),
        { } value => value.ToString()!.Trim(),
        null => "",
    };

    private static Dictionary<string, CmdletInfo> Find()
    {
        using EngineSession session = EngineSession.WithModule();
        Dictionary<string, CmdletInfo> commands = session.Run("Get-Command -Module PeeringTools").Clean()
            .Select(command => (CmdletInfo)command.BaseObject).ToDictionary(command => command.Name);
        // Parameters are found when they are first asked for, which takes the session.
        Assert.All(commands.Values, command => Assert.NotEmpty(command.ParameterSets));
        return commands;
    }
}
