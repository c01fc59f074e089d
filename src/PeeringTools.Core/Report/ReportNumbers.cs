using PeeringTools.Pairs;

namespace PeeringTools.Report;

/// <summary>A report in numbers.</summary>
internal sealed class ReportNumbers
{
    private readonly ReportContent _content;

    public ReportNumbers(ReportContent content)
    {
        _content = content;
        foreach (PeeringPair pair in content.Pairs)
        {
            if (pair.IsGlobal == true) Global++;
            if (pair.IsCrossTenant == true) CrossTenant++;
            ExpiryTerm term = PairExpiry.TermOf(pair, content.Now);
            if (term == ExpiryTerm.Overdue) Expired++;
            if (term == ExpiryTerm.Soon) ExpiringSoon++;
        }
    }

    public int Pairs => _content.Pairs.Count;

    public int Networks => _content.Topology.Nodes.Length;

    public int Subscriptions => _content.Topology.Nodes.Select(node => node.SubscriptionId).Distinct(StringComparer.OrdinalIgnoreCase).Count(id => id.Length > 0);

    public int Global { get; }

    public int CrossTenant { get; }

    public int Expired { get; }

    public int ExpiringSoon { get; }

    /// <summary>Pairs of that verdict; where the rules were not asked, by what the pair's own state says.</summary>
    public int With(PeeringHealthVerdict verdict) => _content.Topology.Links.Count(link => link.Verdict == verdict);

    /// <summary>Findings of that severity; none where the rules were not asked.</summary>
    public int With(PeeringSeverity severity) =>
        _content.Health?.Values.Sum(report => report.Findings.Count(finding => finding.Severity == severity)) ?? 0;
}
