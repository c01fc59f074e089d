using System.Globalization;
using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Server;

/// <summary>A line per request: what was asked and what came of it. Headers and bodies are never in it.</summary>
internal sealed partial class RequestLog(TextWriter writer, bool enabled)
{
    public void Request(string door, string method, string target, int status, TimeSpan took)
    {
        if (enabled)
        {
            writer.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} -> {3} {4:0} ms", door, method, Clean(target), status, took.TotalMilliseconds));
        }
    }

    /// <summary>A fault of the server itself.</summary>
    public void Problem(string door, string method, string target, Exception problem) =>
        writer.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} failed: {3}", door, method, Clean(target), Clean(problem.ToString())));

    /// <summary>What looks like a token, however it came here, is left out.</summary>
    public static string Clean(string text) => TokenLike().Replace(text, "(token)");

    [GeneratedRegex(@"eyJ[\w-]*\.[\w-]*\.?[\w-]*|lab(-refresh)?~[\w-]+")]
    private static partial Regex TokenLike();
}
