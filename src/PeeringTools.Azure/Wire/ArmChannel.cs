using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Failures;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Wire;

/// <summary>Requests to ARM over a resource's pipeline: one answer in, one value or one error out.</summary>
internal sealed class ArmChannel(HttpPipeline pipeline, ArmSession session)
{
    private const int LongestErrorBody = 64 * 1024;

    public ArmSession Session => session;

    public Uri Endpoint => session.Access.Endpoint;

    /// <summary>The address of a path of ARM's, which is escaped segment by segment here.</summary>
    public Uri Address(string path, string apiVersion, string? query = null)
    {
        string escaped = string.Join("/", path.Split('/').Select(Uri.EscapeDataString));
        string root = Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri($"{root}{escaped}?api-version={Uri.EscapeDataString(apiVersion)}{(query is null ? "" : "&" + query)}");
    }

    /// <summary>The address an answer names to go on with; a relative one is meant at the endpoint.</summary>
    public Uri? Follow(string? link) => Uri.TryCreate(Endpoint, link, out Uri? address) && !string.IsNullOrEmpty(link) ? address : null;

    public HttpMessage CreateMessage(RequestMethod method, Uri address, ReadOnlyMemory<byte>? body = null)
    {
        HttpMessage message = pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add("Accept", "application/json");
        if (body is ReadOnlyMemory<byte> json)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(json);
        }

        return message;
    }

    /// <summary>Sends and comes back with an answer of success; everything else is an error.</summary>
    public async Task<Response> SendAsync(HttpMessage message, ArmSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (message.Response.Status is >= 200 and < 300) return message.Response;
            if (message.Response.Status is >= 300 and < 400) throw this.Redirected(message.Response, subject);
            byte[] body = await ReadAtMostAsync(message.Response, LongestErrorBody, cancellationToken).ConfigureAwait(false);
            throw ArmErrors.From(message.Response, ArmFailure.Read(body), subject, session.Access.Clock);
        }
        catch (Exception e) when (Transport.IsSilence(e, cancellationToken))
        {
            throw ArmErrors.Unreachable(Endpoint, subject, e);
        }
    }

    /// <summary>Gets a resource and reads its body while it arrives; a body that breaks off is asked for again.</summary>
    public Task<T> ReadAsync<T>(Uri address, ArmSubject subject, Func<JsonStreamReader, ValueTask<T>> read, CancellationToken cancellationToken) =>
        this.ReadAsync(() => this.CreateMessage(RequestMethod.Get, address), subject, null, read, null, cancellationToken);

    /// <summary>The same for any request that only reads.</summary>
    /// <param name="create">Makes the request, anew for each try.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="look">Looks at the answer before its body is read.</param>
    /// <param name="read">Reads the body.</param>
    /// <param name="before">Waits before each try.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<T> ReadAsync<T>(
        Func<HttpMessage> create, ArmSubject subject, Action<Response>? look, Func<JsonStreamReader, ValueTask<T>> read,
        Func<CancellationToken, Task>? before, CancellationToken cancellationToken)
    {
        return this.TakeAsync(create, subject, TakeBodyAsync, before, cancellationToken);

        Task<T> TakeBodyAsync(Response answer)
        {
            look?.Invoke(answer);
            return this.ReadBodyAsync(answer, subject, read, cancellationToken);
        }
    }

    /// <summary>Sends a request that only reads and takes what is wanted of its answer; one whose body breaks off is asked for again.</summary>
    public async Task<T> TakeAsync<T>(
        Func<HttpMessage> create, ArmSubject subject, Func<Response, Task<T>> take, Func<CancellationToken, Task>? before, CancellationToken cancellationToken)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int tries = 1; ; tries++)
        {
            if (before is not null) await before(cancellationToken).ConfigureAwait(false);
            using HttpMessage message = create();
            Response answer = await this.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
            try
            {
                return await take(answer).ConfigureAwait(false);
            }
            catch (Exception e) when (Transport.IsSilence(e, cancellationToken))
            {
                TimeSpan? next = await session.Schedule
                    .AfterSilenceAsync(e, message.Request.Uri.Path, tries, waited, cancellationToken).ConfigureAwait(false);
                waited = next ?? throw ArmErrors.Unreachable(Endpoint, subject, e);
            }
        }
    }

    /// <summary>Reads the one JSON value of an answer.</summary>
    public async Task<T> ReadBodyAsync<T>(
        Response answer, ArmSubject subject, Func<JsonStreamReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        string type = answer.Headers.ContentType ?? "";
        if (answer.ContentStream is not Stream body || !IsJson(type))
        {
            throw ArmErrors.Unexpected(answer, Endpoint, subject, Format(Messages.AnswerNotJson, answer.Status, SafeText.ForMessage(type, 100)));
        }

        try
        {
            using JsonStreamReader json = new(body, cancellationToken);
            T value = await read(json).ConfigureAwait(false);
            await json.EndAsync().ConfigureAwait(false);
            return value;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException)
        {
            throw ArmErrors.Unexpected(answer, Endpoint, subject, Format(Messages.AnswerNotReadable, SafeText.ForMessage(e.Message, 300)), e);
        }
    }

    /// <summary>The first bytes of a body: enough for an error envelope, whatever comes.</summary>
    public static async Task<byte[]> ReadAtMostAsync(Response answer, int maximum, CancellationToken cancellationToken)
    {
        if (answer.ContentStream is not Stream body) return [];
        byte[] buffer = ArrayPool<byte>.Shared.Rent(maximum);
        try
        {
            int filled = 0;
            int read;
            while (filled < maximum
                && (read = await body.ReadSomeAsync(buffer, filled, maximum - filled, cancellationToken).ConfigureAwait(false)) > 0)
            {
                filled += read;
            }

            return buffer.AsSpan(0, filled).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private PeeringException Redirected(Response answer, ArmSubject subject)
    {
        if (answer.Headers.TryGetValue("Location", out string? location) && this.Follow(location) is Uri target)
        {
            OwnOriginPolicy.Check(Endpoint, target);
        }

        return ArmErrors.Unexpected(answer, Endpoint, subject, Format(Messages.AnswerRedirect, answer.Status));
    }

    /// <summary>ARM answers JSON in UTF-8; anything else comes from something in between.</summary>
    private static bool IsJson(string contentType)
    {
        string[] parts = contentType.Split(';');
        string media = parts[0].Trim();
        bool json = media.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        string? charset = parts.Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return json && (charset is null || charset.Substring(8).Trim('"') is string name
            && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
