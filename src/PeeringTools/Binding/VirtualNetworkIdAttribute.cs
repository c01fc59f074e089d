using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PeeringTools.Pipeline;

namespace PeeringTools.Binding;

/// <summary>
/// Lets a parameter take a virtual network in every form scripts have it: an id, a peering's id (which means its network),
/// or any object with an Id or ResourceId: Az objects, az JSON, Resource Graph and CSV rows, our own sides.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class VirtualNetworkIdAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] IdProperties = ["VirtualNetworkId", "LocalVirtualNetworkId", "ResourceId", "Id"];

    /// <summary>
    /// True beside an -InputObject that takes pairs: to throw here would end the binding of a piped pair before PowerShell
    /// has tried it there.
    /// </summary>
    public bool LeavesPairs { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (LeavesPairs && PairShape.Fits(inputData)) return inputData;
        object? bare = Unwrap(inputData);
        if (bare is not string && bare is IEnumerable and not IDictionary)
            return ((IEnumerable)bare).Cast<object?>().Select(IdOf).ToArray();
        return bare is string text && string.IsNullOrWhiteSpace(text) ? null : IdOf(inputData);
    }

    private static string IdOf(object? item)
    {
        string? text = Unwrap(item) as string ?? FindId(item);
        if (ResourceId.TryParse(text, out ResourceId? id, out string? problem)) return id.VirtualNetwork.Text;
        PeeringError error = PeeringError.Of(nameof(Errors.InvalidResourceId), null, text ?? item, text is null ? Messages.IdMissing : problem);
        throw new ArgumentTransformationMetadataException(ErrorRecords.TextOf(error), new PeeringException(error));
    }

    private static string? FindId(object? item)
    {
        if (item is null) return null;
        PSObject wrapped = PSObject.AsPSObject(item);
        foreach (string name in IdProperties)
        {
            object? value = wrapped.Properties[name]?.Value;
            if (value is not null) return Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture);
        }

        // A hashtable's keys are not properties.
        return wrapped.BaseObject is IDictionary map
            ? IdProperties.Select(name => map[name]).FirstOrDefault(value => value is not null)?.ToString()
            : null;
    }

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
