namespace PeeringTools.Core.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("The tests run outside their checkout."),
        _ when File.Exists(Path.Combine(folder.FullName, "PeeringTools.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
