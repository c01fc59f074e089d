namespace PeeringTools.Tests;

/// <summary>The tree these tests were built from: what is tested is the module staged there.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Manifest { get; } = Path.Combine(Root, "PeeringTools.psd1");

    public static string Library { get; } = Path.Combine(Root, "lib");

    /// <summary>Debug or Release: the folder these tests were built into says it.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PeeringTools.psd1")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PeeringTools.psd1 is in no folder above the tests.");
        return folder;
    }
}
