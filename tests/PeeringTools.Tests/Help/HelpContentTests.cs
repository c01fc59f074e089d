using System.Management.Automation;
using System.Xml.Linq;
using PeeringTools.Help;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Loading;

namespace PeeringTools.Tests.Help;

/// <summary>What a reader may expect of the help of every command, those to come included.</summary>
public sealed class HelpContentTests
{
    public static TheoryData<string> Commands => [.. ManifestFile.CmdletsToExport];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_part_of_it_is_missing(string name)
    {
        XElement help = Of(name);

        Assert.All(
            [help.Element(Maml.Command + "details")!, help, help.Element(Maml.Text + "alertSet") ?? new XElement("notes")],
            part => Assert.NotEmpty(Words(part)));
        Assert.NotEmpty(help.Element(Maml.Command + "inputTypes")!.Elements());
        Assert.All(
            help.Element(Maml.Command + "returnValues")!.Elements().Where(output => output.Value != "None"),
            output => Assert.NotEmpty(Words(output)));
        Assert.InRange(help.Descendants(Maml.Command + "example").Count(), 2, 9);
        Assert.True(help.Descendants(Maml.Text + "navigationLink").Count() > 1, "It has no link but the one that all have.");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_parameter_has_its_words(string name)
    {
        using EngineSession session = EngineSession.WithModule();
        CmdletInfo command = (CmdletInfo)session.Run("Get-Command $args[0]", name).Single().BaseObject;
        Assert.NotEmpty(command.ParameterSets);

        IEnumerable<string> described = Of(name).Element(Maml.Command + "parameters")!.Elements().Where(parameter => Words(parameter).Length > 0)
            .Select(parameter => parameter.Element(Maml.Text + "name")!.Value);

        Assert.Equal(command.Parameters.Keys.Except(Cmdlet.CommonParameters).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_fits_on_a_console(string name)
    {
        XElement help = Of(name);

        Assert.InRange(Words(help.Element(Maml.Command + "details")!).Length, 20, 130);
        Assert.All(help.Descendants(Maml.Dev + "code").SelectMany(code => code.Value.Split('\n')), line => Assert.InRange(line.Length, 0, 110));
    }

    [Fact]
    public void Lines_of_an_example_keep_their_indentation_and_lose_that_of_the_comment() => Assert.Equal(
        "first |\n    second\nthird",
        CommentText.Code(XElement.Parse("<code>\n            first |\n                second\n            third\n            </code>", LoadOptions.PreserveWhitespace)));

    [Fact]
    public void Two_lines_of_which_the_second_goes_on_do_so_too() => Assert.Equal(
        "first |\n    second",
        CommentText.Code(XElement.Parse("<code>\n            first |\n                second\n            </code>", LoadOptions.PreserveWhitespace)));

    [Fact]
    public void Choices_without_words_of_their_own_are_one_sentence()
    {
        XElement format = Of("Export-PeeringDiagram").Descendants(Maml.Command + "parameters").Single().Elements()
            .Single(parameter => parameter.Element(Maml.Text + "name")!.Value == "Format");

        Assert.EndsWith("Takes svg, mmd, dot, drawio.", Words(format), StringComparison.Ordinal);
        Assert.Empty(format.Elements(Maml.Dev + "possibleValues"));
    }

    private static XElement Of(string name) => HelpExample.Document.Descendants(Maml.Command + "command")
        .Single(command => command.Element(Maml.Command + "details")!.Element(Maml.Command + "name")!.Value == name);

    private static string Words(XElement part) => (part.Element(Maml.Text + "description") ?? part.Element(Maml.Text + "alert"))?.Value.Trim() ?? "";
}
