using System.Net;
using System.Net.Http.Headers;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Wire;

/// <summary>The way of one request: ledger, latency, fault, engine, answer.</summary>
internal sealed class LabHandler : HttpMessageHandler
{
    private readonly LabEngine _engine;

    public LabHandler(LabEngine engine) => _engine = engine;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(
#if NET
            cancellationToken
#endif
            ).ConfigureAwait(false);
        ArmRequest arm = _engine.Arrive(request, body, trusted: false);
        TimeSpan latency = _engine.LatencyOf(arm);
        if (latency > TimeSpan.Zero)
        {
            try
            {
#if NET
                await Task.Delay(latency, _engine.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
#else
                await _engine.Options.TimeProvider.Delay(latency, cancellationToken).ConfigureAwait(false);
#endif
            }
            catch (OperationCanceledException)
            {
                _engine.Ledger.End(arm.Entry!, _engine.Clock.GetUtcNow());
                throw;
            }
        }

        return _engine.Answer(request, arm);
    }

#if NET
    // The synchronous methods of the Azure SDKs arrive here; .NET Framework has no such door.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    /// <summary>The HTTP message of an answer, with the headers every answer has.</summary>
    public static HttpResponseMessage Message(HttpRequestMessage request, ArmAnswer answer, DateTimeOffset now, IdSource ids)
    {
        string made = ids.Next().ToString();
        string correlation = Guid.TryParse(Given(request, "x-ms-correlation-request-id"), out Guid given) ? given.ToString() : made;
        HttpResponseMessage message = new((HttpStatusCode)answer.Status) { RequestMessage = request, Content = WireStream.Content(answer.Body, "application/json") };
        message.Content.Headers.TryAddWithoutValidation("Expires", "-1");
        HttpResponseHeaders headers = message.Headers;
        headers.Date = now;
        headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        headers.TryAddWithoutValidation("Pragma", "no-cache");
        headers.TryAddWithoutValidation("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.TryAddWithoutValidation("X-Content-Type-Options", "nosniff");
        headers.TryAddWithoutValidation("x-ms-request-id", (answer.RequestId ?? ids.Next()).ToString());
        headers.TryAddWithoutValidation("x-ms-correlation-request-id", correlation);
        headers.TryAddWithoutValidation("x-ms-routing-request-id", FormattableString.Invariant($"LAB:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}:{correlation}"));
        if (string.Equals(Given(request, "x-ms-return-client-request-id"), "true", StringComparison.OrdinalIgnoreCase) && Given(request, "x-ms-client-request-id") is string own)
        {
            headers.TryAddWithoutValidation("x-ms-client-request-id", own);
        }

        if (answer.FromProvider)
        {
            headers.TryAddWithoutValidation("x-ms-arm-service-request-id", ids.Next().ToString());
        }

        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            if (!headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                message.Content.Headers.Remove(header.Key);
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }

    private static string? Given(HttpRequestMessage request, string header) =>
        request.Headers.TryGetValues(header, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
