namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Where the recorded sessions lie: beside the checkout, never inside it.</summary>
internal static class RecordingsFolder
{
    private const string Variable = "PEERINGTOOLS_RECORDINGS";

    /// <summary>Ends the calling test as skipped, with the reason, where the recordings are absent.</summary>
    public static string OrSkip()
    {
        if (Find() is { } folder) return folder;

        Assert.Skip($"The recorded sessions are not beside this checkout (../shared/recordings) and {Variable} names no folder.");
        return string.Empty;
    }

    private static string? Find()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder)) folder = BesideTheRepository();
        return Directory.Exists(folder) ? folder : null;
    }

    private static string? BesideTheRepository()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PeeringTools.sln")))
            {
                return Path.Combine(at.FullName, "..", "shared", "recordings");
            }
        }

        return null;
    }
}
