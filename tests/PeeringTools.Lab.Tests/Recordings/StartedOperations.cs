namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The recorded long-running operations of requests that were sent to the Lab, and the Lab's counterparts.</summary>
internal sealed class StartedOperations
{
    private readonly Dictionary<string, string?> _lab = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers where both answers say to ask for the end; a poll may repeat what its start said.</summary>
    public void Learn(Answer recorded, Answer lab)
    {
        foreach (string header in RecordedOperation.Headers)
        {
            if (recorded.Header(header) is not { } theirs) continue;

            string? ours = lab.Header(header) is { } url ? new Uri(url).PathAndQuery : null;
            _ = _lab.TryAdd(new Uri(theirs).AbsolutePath, ours);
        }
    }

    /// <summary>Whether this call polls an operation of a request that was sent to the Lab.</summary>
    public bool Polls(RecordedCall call) => _lab.ContainsKey(call.Path);

    /// <summary>The path and query to send: where the Lab named an operation, that in place of the recorded one.</summary>
    public string Translate(RecordedCall call) => _lab.GetValueOrDefault(call.Path) ?? call.PathAndQuery;
}
