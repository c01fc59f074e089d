using PeeringTools.Inventory;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>All that a report shows. The same content gives the same bytes.</summary>
internal sealed record ReportContent
{
    public required string Title { get; init; }

    /// <summary>Who read what, when and how completely; its digest is of the rows as Export-PeeringInventory writes them to a .json file.</summary>
    public required PeeringInventoryEvidence Evidence { get; init; }

    /// <summary>When it is written: what is overdue is so by then.</summary>
    public DateTimeOffset Now => Utc.Of(Evidence.ExportedOn);

    /// <summary>The pairs, each once, in the order of the topology's links.</summary>
    public required IReadOnlyList<PeeringPair> Pairs { get; init; }

    /// <summary>What the health rules say, by <see cref="PeeringPair.PairId"/>; null where they were not asked.</summary>
    public IReadOnlyDictionary<string, PeeringHealthReport>? Health { get; init; }

    /// <summary>Routes that lead through the pairs; null where subnets and route tables were not read.</summary>
    public PairRoutes? Routes { get; init; }

    /// <summary>The networks, those without a pair included, and what follows from who is peered with whom.</summary>
    public required PeeringTopology Topology { get; init; }

    /// <summary>Where the networks stand in the picture.</summary>
    public required DiagramLayout Layout { get; init; }
}
