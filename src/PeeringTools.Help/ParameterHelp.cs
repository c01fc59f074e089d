using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The help of one parameter, in all parameter sets it is in.</summary>
internal sealed class ParameterHelp
{
    /// <summary>PowerShell's own, on everything that writes.</summary>
    private static readonly Dictionary<string, string> Optional = new()
    {
        ["WhatIf"] = "Says what would be done, and does nothing.",
        ["Confirm"] = "Asks before anything is done. With -Confirm:$false nothing is asked.",
    };

    private readonly ParameterMetadata _parameter;
    private readonly IReadOnlyList<CommandParameterInfo> _uses;
    private readonly AcceptedValues _values;
    private readonly string _default;

    public ParameterHelp(
        ParameterMetadata parameter, IEnumerable<CommandParameterSetInfo> sets, object cmdlet, XmlComments comments, CommentText text)
    {
        _parameter = parameter;
        _uses = [.. sets.SelectMany(set => set.Parameters).Where(candidate => candidate.Name == parameter.Name)];
        _values = AcceptedValues.Of(parameter, comments, text);
        PropertyInfo? property = cmdlet.GetType().GetProperty(parameter.Name);
        Summary = property is null ? [Optional[parameter.Name]] : text.Paragraphs(comments.Of(property).Element("summary"));
        _default = this.IsRequired || property is null ? "" : DefaultText(property.GetValue(cmdlet));
    }

    public string Name => _parameter.Name;

    public IReadOnlyList<string> Summary { get; }

    public bool IsObject => _uses.Any(use => use.ValueFromPipeline);

    public bool IsProperty => _uses.Any(use => use.ValueFromPipelineByPropertyName);

    public string TypeName => NameOf(_parameter.ParameterType);

    /// <summary>The names a row may have it under.</summary>
    public string PropertyNames => _parameter.Aliases.Count == 0 ? _parameter.Name : $"{_parameter.Name} ({string.Join(", ", _parameter.Aliases)})";

    private bool IsRequired => _uses.All(use => use.IsMandatory);

    /// <summary>As one parameter set has it.</summary>
    public XElement InSyntax(CommandParameterInfo use) => this.Element(use.IsMandatory, use.Position, use.ValueFromPipeline, use.ValueFromPipelineByPropertyName,
        [_parameter.SwitchParameter ? null : _values.Group() ?? this.Value()]);

    /// <summary>As it is over all of them, with everything that is known of it.</summary>
    public XElement InDetail() => this.Element(this.IsRequired, _uses.Max(use => use.Position), IsObject, IsProperty,
    [
        Maml.Description([.. Summary, .. _values.Sentence()]),
        _parameter.SwitchParameter ? null : this.Value(),
        Maml.Type(TypeName),
        new XElement(Maml.Dev + "defaultValue", _default),
        _values.List(),
    ]);

    private XElement Element(bool required, int position, bool byValue, bool byName, IEnumerable<XElement?> rest) => new(Maml.Command + "parameter",
        new XAttribute("required", required),
        new XAttribute("variableLength", _parameter.ParameterType.IsArray),
        new XAttribute("globbing", _parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()),
        new XAttribute("pipelineInput", (byValue, byName) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        }),
        new XAttribute("position", position < 0 ? "named" : position.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("aliases", _parameter.Aliases.Count == 0 ? "none" : string.Join(", ", _parameter.Aliases)),
        Maml.Name(_parameter.Name),
        rest);

    private XElement Value() => new(Maml.Command + "parameterValue",
        new XAttribute("required", true), new XAttribute("variableLength", _parameter.ParameterType.IsArray), TypeName);

    private static string NameOf(Type type) => type.IsArray
        ? NameOf(type.GetElementType()!) + "[]"
        : (Nullable.GetUnderlyingType(type) ?? type).Name;

    /// <summary>Empty where there is none: None is a value that some parameters take.</summary>
    private static string DefaultText(object? value) => value switch
    {
        null or ICollection { Count: 0 } => "",
        SwitchParameter given => given.IsPresent.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
