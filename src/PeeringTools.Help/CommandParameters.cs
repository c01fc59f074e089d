using System.Management.Automation;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The parameters of one cmdlet: how they go together, each by itself, and what binds from the pipeline.</summary>
internal sealed class CommandParameters
{
    private readonly CmdletInfo _command;
    private readonly IReadOnlyList<ParameterHelp> _all;

    public CommandParameters(CmdletInfo command, XmlComments comments, CommentText text)
    {
        _command = command;
        object cmdlet = Activator.CreateInstance(command.ImplementingType)!;
        _all =
        [
            .. command.Parameters.Values.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
                .OrderBy(parameter => Cmdlet.OptionalCommonParameters.Contains(parameter.Name))
                .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(parameter => new ParameterHelp(parameter, command.ParameterSets, cmdlet, comments, text)),
        ];
    }

    /// <summary>One line for each parameter set: those with a position first, then those that must be given, then the others.</summary>
    public XElement Syntax() => new(Maml.Command + "syntax", _command.ParameterSets.Select(set => new XElement(Maml.Command + "syntaxItem",
        Maml.Name(_command.Name),
        _all.Select(parameter => (Help: parameter, Here: set.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name)))
            .Where(parameter => parameter.Here is not null)
            .OrderBy(parameter => parameter.Here!.Position < 0).ThenBy(parameter => parameter.Here!.Position).ThenBy(parameter => !parameter.Here!.IsMandatory)
            .Select(parameter => parameter.Help.InSyntax(parameter.Here!)))));

    public XElement Details() => new(Maml.Command + "parameters", _all.Select(parameter => parameter.InDetail()));

    public XElement Inputs()
    {
        List<XElement> inputs = [.. _all.Where(parameter => parameter.IsObject).Select(parameter => Input(parameter.TypeName, parameter.Summary))];
        string[] properties = [.. _all.Where(parameter => parameter.IsProperty).Select(parameter => parameter.PropertyNames)];
        if (properties.Length > 0) inputs.Add(Input("PSObject", ["Objects or rows with properties of these names: " + string.Join(", ", properties) + "."]));
        if (inputs.Count == 0) inputs.Add(Input("None", []));
        return new(Maml.Command + "inputTypes", inputs);
    }

    private static XElement Input(string type, IEnumerable<string> description) =>
        new(Maml.Command + "inputType", Maml.Type(type), Maml.Description(description));
}
