namespace PeeringTools.Completion;

/// <summary>What all completers share: a short wait for Azure, silence when it fails, and matching by any part of a name.</summary>
internal static class CompletionSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Collects what arrives in time. Somebody who presses Tab never gets an error.</summary>
    public static IReadOnlyList<T> Ask<T>(Func<CancellationToken, IAsyncEnumerable<T>> question)
    {
        using CancellationTokenSource patience = new(Patience);
        List<T> found = [];
        try
        {
            Task.Run(async () =>
            {
                await foreach (T item in question(patience.Token).WithCancellation(patience.Token).ConfigureAwait(false)) found.Add(item);
            }).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is PeeringException or OperationCanceledException)
        {
            // What arrived before the failure is still worth offering.
        }

        return found;
    }

    public static bool Fits(string word, params string?[] names)
    {
        string bare = word.Trim('\'', '"');
        return names.Any(name => name?.IndexOf(bare, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
