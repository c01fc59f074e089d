namespace PeeringTools.Loading;

/// <summary>Decides between the runtime's own copy of an assembly and the one that the Azure SDK brought along.</summary>
internal static class RuntimeRule
{
    /// <summary>True where the runtime's copy is taken.</summary>
    /// <param name="file">The assembly's file name.</param>
    /// <param name="own">The version of the runtime's copy: it changes with a release and not with a patch.</param>
    /// <param name="isolated">The version of ours.</param>
    public static bool Prefers(string file, Version? own, Version? isolated) =>
        file.StartsWith("System.", StringComparison.Ordinal) && own >= isolated;
}
