using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Docs;

/// <summary>What the pages point to is there, and the commands they show can be typed.</summary>
public sealed partial class PageTests
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    public static TheoryData<string> Pages => [.. Files.Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        string path = Path.Combine(Repository.Root, page);
        IEnumerable<string> targets = Link().Matches(File.ReadAllText(path)).Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), target));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_of_ours_exists_with_the_parameters_that_are_shown(string page)
    {
        using EngineSession session = EngineSession.WithModule();
        Dictionary<string, CmdletInfo> commands = session.Run("Get-Command -Module PeeringTools").Clean()
            .Select(command => (CmdletInfo)command.BaseObject).ToDictionary(command => command.Name);
        foreach (string block in Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(block => block.Groups[1].Value))
        {
            ScriptBlockAst script = Parser.ParseInput(block, out _, out ParseError[] errors);
            Assert.True(errors.Length == 0, $"{block}\n{string.Join('\n', errors.Select(error => error.Message))}");
            foreach (CommandAst call in script.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>().Where(call => call.GetCommandName()?.Contains("-Peering", StringComparison.Ordinal) == true))
            {
                Assert.True(commands.TryGetValue(call.GetCommandName(), out CmdletInfo? command), call.GetCommandName());
                Assert.All(call.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.NotNull(command.ResolveParameter(parameter.ParameterName)));
            }
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
