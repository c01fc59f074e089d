using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>Finds the expired pairs of a scope, or among given pairs read again, and says of the others why they stay.</summary>
internal sealed class ExpirySelection(NetworkAccess access, ExpiryOptions options)
{
    private readonly ExpiryRule _rule = new(access.Clock, options);
    private readonly PairScan _scan = new(access);
    private readonly Dictionary<string, PeeringRequest> _requests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parked = new(StringComparer.Ordinal);

    /// <summary>What was read of each subscription of a scope.</summary>
    public Coverage Coverage => _scan.Coverage;

    public IReadOnlyCollection<PeeringRequest> Requests => _requests.Values;

    /// <summary>Judges every pair of a scope.</summary>
    public Task AddAsync(PairScope scope, CancellationToken cancellationToken) => this.AddAsync(_scan.ReadAsync(scope, cancellationToken));

    /// <summary>Judges given pairs, as they are now: what an object says may be weeks old.</summary>
    public Task AddAsync(IEnumerable<PeeringPair> pairs, CancellationToken cancellationToken) =>
        this.AddAsync(PairReread.ReadAsync(_scan, pairs, access.Reporter, cancellationToken));

    /// <summary>Takes up what an earlier run has begun and no scan can find any more: both sides gone, the record not.</summary>
    /// <returns>What of it turned out to be finished after all.</returns>
    public async Task<IReadOnlyList<ReceiptLine>> AddUnfinishedAsync(
        IEnumerable<ReceiptLine> unfinished, PairScope scope, CancellationToken cancellationToken)
    {
        List<ReceiptLine> finished = [];
        RemoteProbe probe = new(access);
        foreach (ReceiptLine line in unfinished.Where(line => !_requests.ContainsKey(line.PairId)))
        {
            if (_parked.Contains(line.PairId)) finished.Add(line);
            if (line.Action != ReceiptLine.Remove || line.Networks is not (ResourceId local, ResourceId remote)) continue;
            if (!Covers(scope, local) && !Covers(scope, remote)) continue;
            RemoteReading[] readings =
                [await probe.ReadAsync(local, cancellationToken), await probe.ReadAsync(remote, cancellationToken)];
            PairEnd[] ends = [readings[0].ToEnd(remote), readings[1].ToEnd(local)];
            // A side that stands was judged by the scan; a network that cannot be read proves nothing.
            if (ends.Any(end => end.Side is not null) || readings.Any(reading => reading.Visibility is not (RemoteVisibility.Found or RemoteVisibility.Gone))) continue;
            Records.RecordReading left = RecordReader.Read(line.PairId, ends[0], ends[1]);
            if (left.State == PeeringRecordState.None) finished.Add(line);
            else if (_rule.Judge(left).Verdict == ExpiryVerdict.Expired) _requests.Add(line.PairId, options.Request(local, remote) with { Kind = ChangeKind.Remove, Parking = Parking.None });
        }

        return finished;
    }

    /// <summary>The brake: so many ends at one time are more likely a mistake than a plan.</summary>
    /// <exception cref="PeeringException">TooManyExpired.</exception>
    public void RequireFew()
    {
        if (_requests.Count <= options.MaximumRemoval) return;
        throw PeeringException.Of(nameof(Errors.TooManyExpired), null, _requests.Count, options.MaximumRemoval);
    }

    private async Task AddAsync(IAsyncEnumerable<PeeringPair> pairs)
    {
        await foreach (PeeringPair pair in pairs.ConfigureAwait(false))
        {
            ExpiryJudgement judgement = _rule.Judge(pair);
            if (judgement.Verdict == ExpiryVerdict.Parked) _ = _parked.Add(pair.PairId);
            if (judgement.Verdict == ExpiryVerdict.Expired)
                _requests[pair.PairId] = options.Request(PairEnds.IdOf(pair.Local), PairEnds.IdOf(pair.Remote));
            else
                this.Say(pair, judgement);
        }
    }

    /// <summary>What somebody has to look at is a warning; what is as it should be is only told to whoever asks.</summary>
    private void Say(PeeringPair pair, ExpiryJudgement judgement)
    {
        string words = Wording.Fill(ExpiryTexts.Kept, pair, judgement.Reason);
        if (judgement.Verdict == ExpiryVerdict.Skipped) access.Reporter.Warning(words);
        else access.Reporter.Verbose(words);
    }

    private static bool Covers(PairScope scope, ResourceId network) =>
        (scope.SubscriptionIds.Count == 0 || scope.SubscriptionIds.Contains(network.SubscriptionId, StringComparer.OrdinalIgnoreCase))
        && (scope.ResourceGroupName is null || string.Equals(scope.ResourceGroupName, network.ResourceGroupName, StringComparison.OrdinalIgnoreCase));
}
