using System.Globalization;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>A response, recorded or from the Lab, in the one form both are compared in.</summary>
internal sealed class Answer(int status, IEnumerable<KeyValuePair<string, string>> headers, JsonNode? body)
{
    private readonly Dictionary<string, string> _headers = new(headers, StringComparer.OrdinalIgnoreCase);

    public int Status { get; } = status;

    public JsonNode? Body { get; } = body;

    /// <summary>How long the server asks to wait; null when it does not ask.</summary>
    public TimeSpan? RetryAfter =>
        int.TryParse(Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds) : null;

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        string text = await response.Content.ReadAsStringAsync(cancel);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.Concat(response.Content.Headers)
                .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))),
            Parse(text));
    }

    /// <summary>No body and an empty body are the same thing to a client.</summary>
    public static JsonNode? Parse(string? text) => string.IsNullOrEmpty(text) ? null : JsonNode.Parse(text);
}
