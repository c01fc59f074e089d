using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>Turns the contents of XML comments into plain text, as a console shows it.</summary>
/// <param name="commandNames">Names of the cmdlets by the full names of their classes.</param>
internal sealed partial class CommentText(IReadOnlyDictionary<string, string> commandNames)
{
    /// <summary>The paragraphs of an element; one without paragraphs is a single one. Empty for an element that is not there.</summary>
    public IReadOnlyList<string> Paragraphs(XElement? element)
    {
        if (element is null) return [];
        IEnumerable<string> paragraphs = element.Elements("para").Any() ? element.Elements("para").Select(this.Line) : [this.Line(element)];
        return [.. paragraphs.Where(text => text.Length > 0)];
    }

    /// <summary>All of an element's text in one line.</summary>
    public string Line(XElement element)
    {
        StringBuilder text = new();
        foreach (XNode node in element.Nodes()) text.Append(this.Inline(node));
        return Whitespace().Replace(text.ToString(), " ").Trim();
    }

    /// <summary>The lines of a code element, without the indentation that they share.</summary>
    public static string Code(XElement code)
    {
        string text = code.Value.ReplaceLineEndings("\n");
        // A first line right behind its tag has no indentation to share.
        int first = text.StartsWith('\n') ? 0 : 1;
        string[] lines = text.TrimStart('\n').TrimEnd().Split('\n');
        int indent = lines.Skip(first).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, number) => (number < first || line.Length < indent ? line : line[indent..]).TrimEnd()));
    }

    /// <summary>What a reference is called by a user: the cmdlet of a cmdlet's class, otherwise the bare name.</summary>
    public string NameOf(string cref) => commandNames.TryGetValue(cref[2..], out string? command) ? command : cref[(cref.LastIndexOf('.') + 1)..];

    private string Inline(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => code.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } cref => this.NameOf(cref.Value),
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => word.Value,
        XElement { Name.LocalName: "paramref" } parameter => "-" + parameter.Attribute("name")!.Value,
        _ => throw new NotSupportedException($"Help cannot show this in a comment: {node}"),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
