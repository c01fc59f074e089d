using System.Management.Automation;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The help file of a module: what Get-Help reads for every cmdlet.</summary>
internal static class HelpFile
{
    private static readonly XmlWriterSettings Layout = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    /// <summary>The whole text, the same for the same cmdlets and comments on every machine.</summary>
    public static string Render(IReadOnlyList<CmdletInfo> commands, XmlComments comments)
    {
        CommentText text = new(commands.ToDictionary(command => command.ImplementingType.FullName!, command => command.Name));
        XElement items = new(Maml.Items + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml.Text),
            new XAttribute(XNamespace.Xmlns + "command", Maml.Command),
            new XAttribute(XNamespace.Xmlns + "dev", Maml.Dev),
            new XComment(" Written by src/PeeringTools.Help from the comments of the cmdlets. To change it: dotnet build src/PeeringTools.Help -t:UpdateHelp "),
            commands.OrderBy(command => command.Name, StringComparer.Ordinal).Select(command => new CommandHelp(command, comments, text).ToXml()));

        using MemoryStream bytes = new();
        using (XmlWriter writer = XmlWriter.Create(bytes, Layout))
            items.Save(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
