using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PeeringTools.Access;

/// <summary>Reads several streams at once and hands their items on as they come.</summary>
internal static class ParallelReads
{
    /// <summary>
    /// Reads at most <paramref name="limit"/> sources at a time. A consumer that stops, by cancellation or by leaving the
    /// loop, stops every reader, and the loop ends only when they have ended: nothing is sent after it.
    /// </summary>
    public static async IAsyncEnumerable<TItem> MergeAsync<TSource, TItem>(
        IEnumerable<TSource> sources,
        int limit,
        Func<TSource, CancellationToken, IAsyncEnumerable<TItem>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A full channel holds the readers back, so a slow consumer is not buried in what it may never look at.
        Channel<TItem> channel = Channel.CreateBounded<TItem>(limit);
        Task reading = PumpAsync(new Queue<TSource>(sources), limit, read, channel.Writer, stop);
        try
        {
            while (await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (channel.Reader.TryRead(out TItem? item)) yield return item;
            }
        }
        finally
        {
            stop.Cancel();
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>One read per source, at most <paramref name="limit"/> at a time; the results stand in the order of their sources.</summary>
    public static async Task<TItem[]> AllAsync<TSource, TItem>(
        IEnumerable<TSource> sources, int limit, Func<TSource, CancellationToken, Task<TItem>> read, CancellationToken cancellationToken)
    {
        async IAsyncEnumerable<(int Place, TItem Item)> OneAsync((int Place, TSource Source) next, [EnumeratorCancellation] CancellationToken stop)
        {
            yield return (next.Place, await read(next.Source, stop).ConfigureAwait(false));
        }

        (int Place, TSource Source)[] all = [.. sources.Select((source, place) => (place, source))];
        TItem[] items = new TItem[all.Length];
        await foreach ((int place, TItem item) in MergeAsync(all, limit, OneAsync, cancellationToken).ConfigureAwait(false)) items[place] = item;
        return items;
    }

    /// <summary>Never throws: what went wrong reaches the consumer through the channel.</summary>
    private static async Task PumpAsync<TSource, TItem>(
        Queue<TSource> sources,
        int limit,
        Func<TSource, CancellationToken, IAsyncEnumerable<TItem>> read,
        ChannelWriter<TItem> writer,
        CancellationTokenSource stop)
    {
        Exception? failure = null;
        async Task WorkAsync()
        {
            try
            {
                while (!stop.IsCancellationRequested && Next(sources) is { } next)
                {
                    await foreach (TItem item in read(next.Source, stop.Token).ConfigureAwait(false))
                    {
                        await writer.WriteAsync(item, stop.Token).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception exception)
            {
                // The first failure is the one to tell: those after it are mostly the others being stopped.
                _ = Interlocked.CompareExchange(ref failure, exception, null);
                stop.Cancel();
            }
        }

        int workers = Math.Min(limit, sources.Count);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync))).ConfigureAwait(false);
        writer.Complete(failure);
    }

    private static Picked<TSource>? Next<TSource>(Queue<TSource> sources)
    {
        lock (sources) return sources.Count > 0 ? new Picked<TSource>(sources.Dequeue()) : null;
    }

    private sealed record Picked<TSource>(TSource Source);
}
