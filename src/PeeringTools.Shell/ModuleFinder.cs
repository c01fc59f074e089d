namespace PeeringTools.Shell;

/// <summary>Finds the module this shell was built with: its manifest lies in a folder above the program.</summary>
internal static class ModuleFinder
{
    private const string ManifestName = "PeeringTools.psd1";

    public static string? FindManifest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var manifest = Path.Combine(folder.FullName, ManifestName);
            if (File.Exists(manifest))
                return manifest;
        }

        return null;
    }
}
