namespace PeeringTools.Loading;

/// <summary>
/// Decides whether a failed load on .NET Framework is ours to answer. Windows PowerShell has one load context for all
/// modules, so an answer given to a stranger would decide which Azure.Core another module gets.
/// </summary>
/// <param name="ownFolder">The module's folder for .NET Framework, <c>lib/net472</c>.</param>
/// <param name="fileExists">Whether a path names a file.</param>
internal sealed class OwnFolderRule(string ownFolder, Func<string, bool> fileExists)
{
    private readonly string[] _folders = [ownFolder, Path.Combine(ownFolder, "isolated")];

    /// <summary>The file to load, or null to leave the request to others.</summary>
    /// <param name="simpleName">The requested assembly's name without version.</param>
    /// <param name="requester">The file of the assembly that asks; null or empty when unknown or not on disk.</param>
    public string? Answer(string? simpleName, string? requester)
    {
        if (string.IsNullOrEmpty(simpleName) || string.IsNullOrEmpty(requester) || !IsOurs(requester!))
            return null;

        foreach (var folder in _folders)
        {
            var candidate = Path.Combine(folder, simpleName + ".dll");
            if (fileExists(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>Exactly our two folders, not what lies below them: nobody else has a file there.</summary>
    private bool IsOurs(string requester)
    {
        var folder = Path.GetDirectoryName(requester);
        return Array.Exists(_folders, own => string.Equals(own, folder, StringComparison.OrdinalIgnoreCase));
    }
}
