using PeeringTools.Files;

namespace PeeringTools.Report;

/// <summary>A report in its place on the disk: the whole of it, or what was there before.</summary>
internal static class ReportFile
{
    /// <summary>Says early what would fail late.</summary>
    /// <exception cref="PeeringException">InvalidInput: the name is not that of a page. FileExists, or FileNotAccessible.</exception>
    public static void RequireRoom(string path, bool replace)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".html" or ".htm"))
            throw PeeringException.Of(nameof(Errors.InvalidInput), path, Wording.Fill(ReportTexts.NotAPage, path));
        StagedFile.RequireRoom(path, replace);
    }

    /// <exception cref="PeeringException">FileExists, or FileNotAccessible: what was there before is untouched.</exception>
    public static void Write(string path, ReportContent content, bool replace)
    {
        RequireRoom(path, replace);
        using StagedFile page = new(path);
        FileFailures.Guard(path, () => page.Fill(stream => ReportWriter.Write(stream, content)));
        FileFailures.Guard(path, () => page.Commit(replace));
    }
}
