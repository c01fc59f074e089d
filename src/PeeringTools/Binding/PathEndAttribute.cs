using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>
/// Lets a parameter take one end of a path: an address, a name that is looked for among what is read, or any object with an Id, such as what
/// Az gives of networks, subnets and interfaces.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PathEndAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] IdProperties = ["VirtualNetworkId", "ResourceId", "Id"];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData is object[] many
        ? many.Select(TextOf).ToArray()
        : TextOf(inputData);

    private static string? TextOf(object? item)
    {
        if (item is null) return null;
        PSObject wrapped = PSObject.AsPSObject(item);
        if (wrapped.BaseObject is string text) return text.Trim();
        object? id = wrapped.BaseObject is IDictionary map
            ? IdProperties.Select(name => map[name]).FirstOrDefault(value => value is not null)
            : IdProperties.Select(name => wrapped.Properties[name]?.Value).FirstOrDefault(value => value is not null);
        return Convert.ToString(id ?? item, CultureInfo.InvariantCulture);
    }
}
