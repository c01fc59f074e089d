using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The values a parameter takes, where they are a closed list; with a description where they are an enumeration of ours.</summary>
internal sealed record AcceptedValues(IReadOnlyList<(string Name, IReadOnlyList<string> Description)> Values)
{
    public static AcceptedValues Of(ParameterMetadata parameter, XmlComments comments, CommentText text)
    {
        Type type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return new([.. Fields(type).Select(field => (field.Name, text.Paragraphs(comments.Of(field).Element("summary"))))]);
        return new([.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues).Select(value => (value, Nothing()))]);
    }

    /// <summary>For the syntax: {Both | Local}. Null where the list is open.</summary>
    public XElement? Group() => Values.Count == 0 ? null : new(Maml.Command + "parameterValueGroup", Values.Select(value =>
        new XElement(Maml.Command + "parameterValue", new XAttribute("required", false), new XAttribute("variableLength", false), value.Name)));

    /// <summary>For the parameter itself, each with what it means.</summary>
    public XElement? List() => this.AreDescribed ? new(Maml.Dev + "possibleValues", Values.Select(value =>
        new XElement(Maml.Dev + "possibleValue", new XElement(Maml.Dev + "value", value.Name), Maml.Description(value.Description)))) : null;

    /// <summary>The same in one sentence, where there is nothing to say of them; a list of bare names would be half empty lines.</summary>
    public IEnumerable<string> Sentence() => Values.Count > 0 && !this.AreDescribed ? [$"Takes {string.Join(", ", Values.Select(value => value.Name))}."] : [];

    private bool AreDescribed => Values.Any(value => value.Description.Count > 0);

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static IReadOnlyList<string> Nothing() => [];
}
