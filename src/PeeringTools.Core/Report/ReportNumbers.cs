namespace PeeringTools.Report;

/// <summary>A report in numbers.</summary>
internal sealed class ReportNumbers
{
    /// <summary>What ends this soon deserves a word today.</summary>
    public const int SoonInDays = 30;

    private readonly ReportContent _content;

    public ReportNumbers(ReportContent content)
    {
        _content = content;
        DateTime now = content.Evidence.ExportedOn;
        foreach (PeeringPair pair in content.Pairs)
        {
            foreach (PeeringSide side in new[] { pair.Local, pair.Remote }) this.Count(side);
            if (pair.IsGlobal == true) Global++;
            if (pair.IsCrossTenant == true) CrossTenant++;
            if (pair.ExpiresOn is not { } end || pair.RecordState != PeeringRecordState.Ok) continue;
            if (end <= now) Expired++;
            else if (end <= now.AddDays(SoonInDays)) ExpiringSoon++;
        }
    }

    private readonly HashSet<string> _networks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _subscriptions = new(StringComparer.OrdinalIgnoreCase);

    public int Pairs => _content.Pairs.Count;

    public int Networks => _networks.Count;

    public int Subscriptions => _subscriptions.Count;

    public int Global { get; }

    public int CrossTenant { get; }

    public int Expired { get; }

    public int ExpiringSoon { get; }

    /// <summary>Pairs of that verdict; none where the rules were not asked.</summary>
    public int With(PeeringHealthVerdict verdict) => _content.Health?.Values.Count(report => report.Verdict == verdict) ?? 0;

    public int With(PeeringSeverity severity) =>
        _content.Health?.Values.Sum(report => report.Findings.Count(finding => finding.Severity == severity)) ?? 0;

    private void Count(PeeringSide side)
    {
        _networks.Add(side.VirtualNetworkId);
        if (side.SubscriptionId.Length > 0) _subscriptions.Add(side.SubscriptionId);
    }
}
