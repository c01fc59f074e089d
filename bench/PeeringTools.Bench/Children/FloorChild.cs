using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Children;

/// <summary>Requests to send and throw away.</summary>
/// <param name="Endpoint">Where to.</param>
/// <param name="Thumbprint">SHA-256 of the certificate to expect there.</param>
/// <param name="Token">The bearer's token.</param>
/// <param name="First">Goes before the others, and alone: the list that says what else to ask.</param>
/// <param name="Rest">Go side by side.</param>
/// <param name="Parallelism">How many at a time.</param>
/// <param name="KeepIn">A folder for the bodies of the rest; null throws them away.</param>
internal sealed record FloorTask(
    string Endpoint, string Thumbprint, string Token, FloorRequest First, FloorRequest[] Rest, int Parallelism, string? KeepIn = null);

/// <summary>One request; without a body a GET, with one a POST. A list goes on where its page says so.</summary>
internal sealed record FloorRequest(string Path, string? Body = null);

/// <summary>
/// A child that only fetches: the same pages over the same transport with the same parallelism, unpacked and thrown away. No
/// client can be faster.
/// </summary>
internal static class FloorChild
{
    public const string Switch = "--floor";

    public static ChildResult Run(FloorTask task) => Child.Run(Switch, task);

    public static int Serve() => Child.Serve<FloorTask>(task => MeasureAsync(task).GetAwaiter().GetResult());

    private static async Task<ChildResult> MeasureAsync(FloorTask task)
    {
        using HttpClient http = Client(task);
        Tally tally = new();
        await FetchAsync(http, task.First, new Tally());
        Usage before = Usage.Now();
        await FetchAsync(http, task.First, tally);
        ConcurrentQueue<FloorRequest> open = new(task.Rest);
        await Task.WhenAll(Enumerable.Range(0, task.Parallelism).Select(_ => Task.Run(async () =>
        {
            while (open.TryDequeue(out FloorRequest? next)) await FetchAsync(http, next, tally, task.KeepIn);
        })));
        Usage after = Usage.Now();
        string[] counts = [tally.Requests.ToString(CultureInfo.InvariantCulture), tally.Bytes.ToString(CultureInfo.InvariantCulture)];
        return new ChildResult(before.At, after.WallMsSince(before), after.CpuMsSince(before), Usage.PeakMemory(), counts);
    }

    private static HttpClient Client(FloorTask task)
    {
        HttpClientHandler handler = new()
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = 64,
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == task.Thumbprint,
        };
        HttpClient http = new(handler) { BaseAddress = new Uri(task.Endpoint), Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", task.Token);
        return http;
    }

    private static async Task FetchAsync(HttpClient http, FloorRequest request, Tally tally, string? keepIn = null)
    {
        for (FloorRequest? next = request; next is not null;)
        {
            using HttpRequestMessage message = new(next.Body is null ? HttpMethod.Get : HttpMethod.Post, next.Path);
            if (next.Body is not null) message.Content = new StringContent(next.Body, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            _ = answer.EnsureSuccessStatusCode();
            await using Stream body = await answer.Content.ReadAsStreamAsync();
            await using Stream? copy = keepIn is null ? null : File.Create(Path.Combine(keepIn, Path.GetRandomFileName()));
            (long bytes, string tail) = await PageTail.DrainAsync(body, copy);
            tally.Add(bytes);
            next = PageTail.Next(next, tail);
        }
    }

    private sealed class Tally
    {
        private long _bytes;
        private int _requests;

        public int Requests => _requests;

        public long Bytes => _bytes;

        public void Add(long bytes)
        {
            _ = Interlocked.Increment(ref _requests);
            _ = Interlocked.Add(ref _bytes, bytes);
        }
    }
}
