namespace PeeringTools.Formatting;

/// <summary>Whether the console shows more signs than its code page of old has.</summary>
internal static class ConsoleSigns
{
    private const int Utf8 = 65001;

    /// <summary>Asked each time, because a session may set [Console]::OutputEncoding.</summary>
    public static bool AreShown
    {
        get
        {
            try
            {
                return Console.OutputEncoding.CodePage == Utf8;
            }
            catch (IOException)
            {
                // A host without a console.
                return false;
            }
        }
    }
}
