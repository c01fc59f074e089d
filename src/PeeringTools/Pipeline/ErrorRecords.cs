using System.Management.Automation;

namespace PeeringTools.Pipeline;

/// <summary>The edge where exceptions of the domain become what PowerShell shows.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(PeeringError error, Exception? cause = null) =>
        new(cause ?? new PeeringException(error), error.Id, CategoryOf(error.Kind), error.TargetId)
        {
            ErrorDetails = new ErrorDetails(TextOf(error)) { RecommendedAction = error.Action },
        };

    public static ErrorRecord From(PeeringException exception) => From(exception.Error, exception);

    /// <summary>PowerShell 7 shows the advice on a line of its own; Windows PowerShell keeps it to itself.</summary>
#if NET
    private static string TextOf(PeeringError error) => error.Message;
#else
    private static string TextOf(PeeringError error) => $"{error.Message} {error.Action}";
#endif

    /// <summary>The names of the two are the same; a test holds them together.</summary>
    private static ErrorCategory CategoryOf(ErrorKind kind) =>
        Enum.TryParse(kind.ToString(), out ErrorCategory category) ? category : ErrorCategory.NotSpecified;
}
