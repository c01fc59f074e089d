using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Wire;

/// <summary>
/// Writes an answer as its body is made: short ones with their length, long ones chunked, and compressed for those who
/// accept it, then always chunked.
/// </summary>
internal static class AnswerWriter
{
    private const int LongestWithLength = 16 * 1024;

    private static readonly TimeSpan FirstHalf = TimeSpan.FromMilliseconds(50);

    public static async Task WriteAsync(HttpContext context, HttpResponseMessage answer, bool compression)
    {
        HttpResponse response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers.Concat(answer.Content.Headers))
        {
            if (header.Key is not "Content-Length") response.Headers.Append(header.Key, header.Value.ToArray());
        }

        long length = answer.Content.Headers.ContentLength ?? 0;
        bool bodiless = HttpMethods.IsHead(context.Request.Method) || response.StatusCode is 204 or 304;
        if (bodiless || length == 0)
        {
            if (!bodiless) response.ContentLength = 0;
            return;
        }

        await using Stream body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
        bool gzip = compression && AcceptsGzip(context.Request);
        if (gzip)
        {
            response.Headers.ContentEncoding = "gzip";
            response.Headers.Append("Vary", "Accept-Encoding");
        }
        else if (length <= LongestWithLength)
        {
            response.ContentLength = length;
        }

        try
        {
            if (gzip)
            {
                await using GZipStream packed = new(response.Body, CompressionLevel.Fastest, leaveOpen: true);
                await CopyAsync(body, packed, context.RequestAborted);
            }
            else
            {
                await CopyAsync(body, response.Body, context.RequestAborted);
            }
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The lab's body broke: what was written goes out, and the connection ends. A reset overtakes what is still on
            // its way, so the client is given time to read the first half.
            await response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(FirstHalf, context.RequestAborted);
            context.Abort();
        }
    }

    private static bool AcceptsGzip(HttpRequest request) => request.Headers.AcceptEncoding.ToString().Split(',')
        .Select(part => part.Split(';', StringSplitOptions.TrimEntries))
        .Any(part => part[0] is "gzip" or "*" && !part.Skip(1).Any(p => p.Replace(" ", "") is "q=0" or "q=0.0"));

    private static async Task CopyAsync(Stream body, Stream wire, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            // The lab's bodies are in memory: to wait for them in the background would only cost a thread's turn.
            for (int read; (read = body.Read(buffer, 0, buffer.Length)) > 0;)
            {
                await wire.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
