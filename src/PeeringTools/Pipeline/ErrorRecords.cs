using System.Management.Automation;

namespace PeeringTools.Pipeline;

/// <summary>The edge where exceptions of the domain become what PowerShell shows.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(PeeringError error, Exception? cause = null) =>
        new(cause ?? new PeeringException(error), error.Id, CategoryOf(error.Kind), error.TargetId)
        {
            ErrorDetails = new ErrorDetails(DetailsOf(error)) { RecommendedAction = Harmless(error.Action) },
        };

    public static ErrorRecord From(PeeringException exception) => From(exception.Error, exception);

    /// <summary>What happened and what to do, for where there is one line only.</summary>
    public static string TextOf(PeeringError error) => Harmless($"{error.Message} {error.Action}");

    /// <summary>Text with names and answers of others in it, without what a terminal would obey. Lines stay lines.</summary>
    public static string Harmless(string text) => string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(SafeText.ForTerminal));

    /// <summary>PowerShell 7 shows the advice on a line of its own; Windows PowerShell keeps it to itself.</summary>
#if NET
    private static string DetailsOf(PeeringError error) => Harmless(error.Message);
#else
    private static string DetailsOf(PeeringError error) => TextOf(error);
#endif

    /// <summary>The names of the two are the same; a test holds them together.</summary>
    private static ErrorCategory CategoryOf(ErrorKind kind) =>
        Enum.TryParse(kind.ToString(), out ErrorCategory category) ? category : ErrorCategory.NotSpecified;
}
