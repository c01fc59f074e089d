using System.Management.Automation;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The help of one cmdlet.</summary>
internal sealed class CommandHelp(CmdletInfo command, XmlComments comments, CommentText text)
{
    private readonly XElement _comment = comments.Of(command.ImplementingType);
    private readonly CommandParameters _parameters = new(command, comments, text);

    public XElement ToXml() => new(Maml.Command + "command",
        new XElement(Maml.Command + "details",
            new XElement(Maml.Command + "name", command.Name),
            new XElement(Maml.Command + "verb", command.Verb),
            new XElement(Maml.Command + "noun", command.Noun),
            Maml.Description(text.Paragraphs(_comment.Element("summary")))),
        Maml.Description(text.Paragraphs(_comment.Element("remarks"))),
        _parameters.Syntax(),
        _parameters.Details(),
        _parameters.Inputs(),
        this.Outputs(),
        this.Notes(),
        this.Examples(),
        this.Links());

    private XElement Outputs()
    {
        IEnumerable<XElement> values = command.OutputType.Select(output => new XElement(Maml.Command + "returnValue",
            Maml.Type(output.Name), Maml.Description(this.Output(output))));
        return new(Maml.Command + "returnValues", values.DefaultIfEmpty(new XElement(Maml.Command + "returnValue", Maml.Type("None"))));
    }

    /// <summary>A type of ours says by itself what it is; what one of another's means here, the command says.</summary>
    private IReadOnlyList<string> Output(PSTypeName output) =>
        text.Paragraphs(_comment.Elements("output").FirstOrDefault(element => element.Attribute("type")!.Value == output.Name) ?? comments.Of(output.Type).Element("summary"));

    private XElement? Notes() => _comment.Element("notes") is { } notes
        ? new(Maml.Text + "alertSet", new XElement(Maml.Text + "alert", Maml.Paragraphs(text.Paragraphs(notes))))
        : null;

    /// <summary>
    /// An example is a title, the code, and what it shows. The code keeps its attributes: Get-Help shows none of them, and the tests
    /// read there on which estate of the lab the example runs.
    /// </summary>
    private XElement Examples() => new(Maml.Command + "examples", _comment.Elements("example").Select((example, index) =>
    {
        XElement code = example.Element("code") ?? throw new InvalidOperationException($"An example of {command.Name} has no code.");
        IEnumerable<string> title = code.ElementsBeforeSelf("para").Select(text.Line);
        return new XElement(Maml.Command + "example",
            new XElement(Maml.Text + "title", $"--- Example {index + 1}: {string.Join(' ', title)} ---"),
            new XElement(Maml.Dev + "code", code.Attributes(), CommentText.Code(code)),
            // The empty one at the end keeps the next example apart.
            new XElement(Maml.Dev + "remarks", Maml.Paragraphs(code.ElementsAfterSelf("para").Select(text.Line).Append(""))));
    }));

    private XElement Links()
    {
        IEnumerable<string> targets = _comment.Elements("seealso").Select(link =>
            link.Attribute("cref") is { } cref ? text.NameOf(cref.Value) : link.Attribute("href")!.Value);
        return new(Maml.Command + "relatedLinks", targets.Append("about_PeeringTools").Distinct().Select(target =>
            new XElement(Maml.Text + "navigationLink", new XElement(Maml.Text + "linkText", target), new XElement(Maml.Text + "uri"))));
    }
}
