using System.Reflection;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The XML comments of our assemblies, by the compiler's names of what they are about.</summary>
internal sealed class XmlComments
{
    private static readonly XElement Nothing = new("member");

    private readonly Dictionary<string, XElement> _members;

    private XmlComments(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads every comment file in a folder.</summary>
    public static XmlComments Read(string folder) => new(Directory.GetFiles(folder, "*.xml")
        .SelectMany(file => XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value));

    public XElement Of(Type type) => this.Find("T:" + type.FullName);

    /// <summary>The comment of a property where it is declared, which may be a base class.</summary>
    public XElement Of(PropertyInfo property) => this.Find($"P:{property.DeclaringType!.FullName}.{property.Name}");

    public XElement Of(FieldInfo field) => this.Find($"F:{field.DeclaringType!.FullName}.{field.Name}");

    private XElement Find(string name) => _members.GetValueOrDefault(name, Nothing);
}
