using PeeringTools.Files;
using PeeringTools.Inventory;
using PeeringTools.Surroundings;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>Puts together what a report shows.</summary>
internal static class ReportMaker
{
    /// <param name="title">What the page is called.</param>
    /// <param name="pairs">In any order; the same pair twice counts once.</param>
    /// <param name="evidence">Where they come from and when the report is written; its rows, times and digest are filled in here.</param>
    /// <param name="estate">What surrounds them; null where only pairs are known.</param>
    /// <param name="health">What the rules say of them; null where they were not asked.</param>
    /// <exception cref="PeeringException">DuplicatePair, or InvalidInput: lab and Azure are mixed.</exception>
    public static ReportContent Make(
        string title, IEnumerable<PeeringPair> pairs, PeeringInventoryEvidence evidence, Estate? estate, IReadOnlyList<PeeringHealthReport>? health)
    {
        InventoryRows rows = new(new JsonFormat());
        if (evidence.Estate.Length > 0) rows.Estate = evidence.Estate;
        Dictionary<string, PeeringPair> known = new(StringComparer.Ordinal);
        foreach (PeeringPair pair in pairs)
        {
            rows.Add(pair);
            known[pair.PairId] = pair;
        }

        Complete(evidence, rows);
        Dictionary<string, PeeringHealthReport>? reports = health?.ToDictionary(report => report.Pair.PairId, StringComparer.Ordinal);
        Dictionary<string, PeeringHealthVerdict>? verdicts = reports?.ToDictionary(entry => entry.Key, entry => entry.Value.Verdict, StringComparer.Ordinal);
        PeeringTopology topology = TopologyBuilder.Build(known.Values, Utc.Of(evidence.ExportedOn), estate, verdicts);
        return new ReportContent
        {
            Title = title,
            Evidence = evidence,
            Pairs = [.. topology.Links.Select(link => known[link.PairId])],
            Health = reports,
            Routes = estate is { Kinds: var kinds } && (kinds & SurroundingKinds.RouteTables) != 0 ? new PairRoutes(estate) : null,
            Topology = topology,
            Layout = DiagramLayouts.Of(topology, PeeringDiagramGrouping.Subscription),
        };
    }

    /// <summary>The report in numbers, as a script gets it.</summary>
    public static PeeringReport Describe(ReportContent content, string path)
    {
        ReportNumbers numbers = new(content);
        return new PeeringReport
        {
            Path = path,
            Title = content.Title,
            Estate = content.Evidence.Estate,
            ExportedOn = content.Evidence.ExportedOn,
            CoverageComplete = content.Evidence.CoverageComplete,
            Networks = numbers.Networks,
            Pairs = numbers.Pairs,
            Healthy = numbers.With(PeeringHealthVerdict.Healthy),
            Degraded = numbers.With(PeeringHealthVerdict.Degraded),
            Broken = numbers.With(PeeringHealthVerdict.Broken),
            Unknown = numbers.With(PeeringHealthVerdict.Unknown),
            Errors = numbers.With(PeeringSeverity.Error),
            Warnings = numbers.With(PeeringSeverity.Warning),
            Sha256 = content.Evidence.Sha256,
        };
    }

    private static void Complete(PeeringInventoryEvidence evidence, InventoryRows rows)
    {
        (evidence.Rows, evidence.Estate) = (rows.Count, rows.Estate);
        evidence.ReadFrom ??= rows.ReadFrom;
        evidence.ReadTo ??= rows.ReadTo;
        evidence.SchemaVersion = InventorySchema.Version;
        evidence.ModuleVersion = typeof(ReportMaker).Assembly.GetName().Version!.ToString(3);
        evidence.Sha256 = FileDigest.Written(rows.WriteTo);
    }
}
