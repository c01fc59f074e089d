using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>PowerShell's wildcards as a plain function.</summary>
internal static class Wildcards
{
    /// <summary>Whether a name fits; null where no pattern was given.</summary>
    public static Func<string, bool>? Match(string? pattern) =>
        pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch;
}
