using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace PeeringTools.Bench.Children;

/// <summary>The end of a page, where it says how the list goes on. Nothing else of it is looked at.</summary>
internal static class PageTail
{
    private const int Length = 4096;

    /// <summary>Reads a body to its end, into a copy where there is one, and keeps its last bytes.</summary>
    public static async Task<(long Bytes, string Tail)> DrainAsync(Stream body, Stream? copy)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long bytes = 0;
            int kept = 0;
            for (int read; (read = await body.ReadAsync(buffer.AsMemory(kept))) > 0;)
            {
                bytes += read;
                if (copy is not null) await copy.WriteAsync(buffer.AsMemory(kept, read));
                int filled = kept + read;
                kept = Math.Min(filled, Length);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }

            return (bytes, Encoding.UTF8.GetString(buffer, 0, kept));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The request for the next page; null after the last one.</summary>
    public static FloorRequest? Next(FloorRequest request, string tail)
    {
        if (request.Body is null)
            return ValueOf(tail, "\"nextLink\":\"") is string link ? new FloorRequest(link) : null;
        if (ValueOf(tail, "\"$skipToken\":\"") is not string token) return null;
        JsonNode body = JsonNode.Parse(request.Body)!;
        body["options"]!["$skipToken"] = token;
        return request with { Body = body.ToJsonString() };
    }

    private static string? ValueOf(string tail, string member)
    {
        int at = tail.LastIndexOf(member, StringComparison.Ordinal);
        if (at < 0) return null;
        int start = at + member.Length;
        return tail[start..tail.IndexOf('"', start)];
    }
}
