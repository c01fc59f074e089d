namespace PeeringTools.Files;

/// <summary>Turns what a file system says into an error with the file's name.</summary>
internal static class FileFailures
{
    /// <exception cref="PeeringException">FileNotAccessible.</exception>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.FileNotAccessible), path, path, failure.Message), failure);
        }
    }

    public static void Guard(string path, Action work) => Guard<object?>(path, () =>
    {
        work();
        return null;
    });
}
