using System.Collections.Concurrent;

namespace PeeringTools.Pairs;

/// <summary>What a run read of each subscription, so that a hole in its output cannot be taken for an empty place.</summary>
internal sealed class Coverage
{
    private readonly ConcurrentDictionary<string, CoverageEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<CoverageEntry> Entries => [.. _entries.Values.OrderBy(entry => entry.SubscriptionId, StringComparer.OrdinalIgnoreCase)];

    public bool IsComplete => _entries.Values.All(entry => entry.State == CoverageState.Seen);

    /// <summary>How many subscriptions there is an account of.</summary>
    public int Total => _entries.Count;

    public int Count(CoverageState state) => _entries.Values.Count(entry => entry.State == state);

    public void Seen(string subscriptionId, int networks) =>
        _entries[subscriptionId] = new CoverageEntry(subscriptionId, CoverageState.Seen, networks, null);

    /// <summary>A read that failed, after the given number of networks had come.</summary>
    public void Failed(string subscriptionId, int networks, PeeringError error)
    {
        CoverageState state = error switch
        {
            { Id: nameof(Errors.Throttled) } or { HttpStatus: 429 } => CoverageState.Throttled,
            _ when ReadFailure.Classify(error) == RemoteVisibility.NotVisible => CoverageState.Denied,
            _ => CoverageState.Partial,
        };
        _entries[subscriptionId] = new CoverageEntry(subscriptionId, state, networks, error.Message);
    }

    /// <summary>A list that came to its end and may still have left networks out.</summary>
    public void Partial(string subscriptionId, string reason)
    {
        int networks = _entries.TryGetValue(subscriptionId, out CoverageEntry? entry) ? entry.Networks : 0;
        _entries[subscriptionId] = new CoverageEntry(subscriptionId, CoverageState.Partial, networks, reason);
    }

    /// <exception cref="PeeringException">CoverageIncomplete, with every subscription that was not read in full.</exception>
    public void RequireComplete()
    {
        CoverageEntry[] holes = [.. this.Entries.Where(entry => entry.State != CoverageState.Seen)];
        if (holes.Length == 0) return;
        string names = string.Join(", ", holes.Select(entry => $"{entry.SubscriptionId} ({entry.State})"));
        throw PeeringException.Of(nameof(Errors.CoverageIncomplete), null, holes.Length, _entries.Count, names);
    }
}

/// <summary>What was read of one subscription: how many networks, and where it is not all of them, why.</summary>
internal sealed record CoverageEntry(string SubscriptionId, CoverageState State, int Networks, string? Reason);
