using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>What a script gives, without what PowerShell wraps around it.</summary>
internal static class Bare
{
    public static object? Of(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
