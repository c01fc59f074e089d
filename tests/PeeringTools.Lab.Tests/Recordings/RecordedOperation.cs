namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The addresses at which a long-running operation is asked for, as an accepting answer names them.</summary>
internal static class RecordedOperation
{
    public static readonly string[] Headers = ["Azure-AsyncOperation", "Location"];

    /// <summary>The paths a client polls after this answer.</summary>
    public static IEnumerable<string> StartedBy(Answer answer) =>
        Headers.Select(answer.Header).OfType<string>().Select(url => new Uri(url).AbsolutePath);
}
