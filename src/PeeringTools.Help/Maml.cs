using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The vocabulary of PowerShell's help files.</summary>
internal static class Maml
{
    public static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    public static readonly XNamespace Items = "http://msh";

    public static XElement Name(string name) => new(Text + "name", name);

    public static XElement Description(params IEnumerable<string> paragraphs) => new(Text + "description", Paragraphs(paragraphs));

    public static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(text => new XElement(Text + "para", text));

    public static XElement Type(string name) => new(Dev + "type", Name(name), new XElement(Text + "uri"));
}
