using System.Management.Automation.Language;
using System.Xml.Linq;

namespace PeeringTools.Tests.Help;

/// <summary>One example of the help file.</summary>
/// <param name="Command">The cmdlet it is an example of.</param>
/// <param name="Code">The script.</param>
/// <param name="Estate">The lab's estate it runs on; "none" where it needs what a lab does not have, so that it is only read.</param>
internal sealed record HelpExample(string Command, string Code, string Estate)
{
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string File { get; } = Path.Combine(Repository.Root, "en-US", "PeeringTools.dll-Help.xml");

    public static XDocument Document { get; } = XDocument.Load(File);

    /// <summary>All of the file, by "Get-PeeringPair 1" and so on.</summary>
    public static IReadOnlyDictionary<string, HelpExample> All { get; } = Document.Descendants(Text + "command")
        .SelectMany(command => command.Descendants(Dev + "code").Select((code, index) => (Name: command.Descendants(Text + "name").First().Value, Number: index + 1, code)))
        .ToDictionary(
            item => $"{item.Name} {item.Number}",
            item => new HelpExample(item.Name, item.code.Value, item.code.Attribute("estate")?.Value ?? "HubSpoke"));

    /// <summary>The calls in it, of any command.</summary>
    public IReadOnlyList<CommandAst> Calls()
    {
        ScriptBlockAst script = Parser.ParseInput(Code, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        return [.. script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];
    }
}
