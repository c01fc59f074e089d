using System.Management.Automation;

namespace PeeringTools.Tests.Support;

/// <summary>Reads objects of the module as a script does, by name: the tests must not refer to the assembly they test.</summary>
internal static class PropertyPath
{
    /// <summary>The value at a path like Local.VirtualNetworkName; null where it ends early.</summary>
    public static object? At(this PSObject item, string path)
    {
        object? value = item;
        foreach (string name in path.Split('.'))
            value = value is null ? null : PSObject.AsPSObject(value).Properties[name]?.Value;
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }

    /// <summary>The same as text; a list's items are joined with a comma.</summary>
    public static string Text(this PSObject item, string path) => item.At(path) switch
    {
        null => "",
        System.Collections.IEnumerable items and not string => string.Join(",", items.Cast<object>()),
        object value => value.ToString()!,
    };

    public static string Names(this PSObject pair) => $"{pair.Text("Local.VirtualNetworkName")} {pair.Text("Remote.VirtualNetworkName")}";
}
