using System.Globalization;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>One request of a recorded session, and what was answered. Every file shape is read into this.</summary>
/// <param name="Entry">Position in the file, from 0: how the evidence is quoted.</param>
/// <param name="Method">GET, PUT ...</param>
/// <param name="PathAndQuery">As sent, percent signs and doubled slashes included.</param>
/// <param name="RequestBody">Null for none, and in the shapes that did not record it.</param>
/// <param name="Answer">What Azure said.</param>
internal sealed record RecordedCall(int Entry, string Method, string PathAndQuery, JsonNode? RequestBody, Answer Answer)
{
    /// <summary>The path with %2F as a slash and no doubled slashes: how ARM routes it.</summary>
    public string Path { get; } =
        Uri.UnescapeDataString(PathAndQuery.Split('?')[0]).Replace("//", "/", StringComparison.Ordinal);

    /// <summary>When Azure answered; null in the one shape that left the header out.</summary>
    public DateTimeOffset? Date { get; } =
        Answer.Header("Date") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    public override string ToString() => $"#{Entry} {Method} {PathAndQuery}";
}
