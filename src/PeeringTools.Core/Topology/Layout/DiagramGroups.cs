namespace PeeringTools.Topology;

/// <summary>Networks that stand together; without a label they have no frame.</summary>
internal sealed record DiagramGroup(string? Label, IReadOnlyList<PeeringTopologyNode> Members);

/// <summary>Sorts networks into the frames of a diagram.</summary>
internal sealed class DiagramGroups
{
    private readonly PeeringDiagramGrouping _by;

    /// <param name="by">What is framed.</param>
    /// <param name="all">All networks of the diagram: where they are all of one group, a frame would say nothing.</param>
    public DiagramGroups(PeeringDiagramGrouping by, IEnumerable<PeeringTopologyNode> all)
    {
        _by = by;
        if (all.Select(node => this.LabelOf(node)).Distinct(StringComparer.Ordinal).Take(2).Count() < 2) _by = PeeringDiagramGrouping.None;
    }

    /// <summary>The groups by label, and in each the networks by name.</summary>
    public IReadOnlyList<DiagramGroup> Of(IEnumerable<PeeringTopologyNode> nodes) => [.. nodes
        .GroupBy(this.LabelOf, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new DiagramGroup(group.Key.Length == 0 ? null : group.Key, [.. ByName(group)]))];

    /// <summary>The label of a network's frame; empty where it has none.</summary>
    public string LabelOf(PeeringTopologyNode node) => _by switch
    {
        PeeringDiagramGrouping.Subscription => Wording.Fill(DiagramTexts.Subscription, node.SubscriptionId.ToLowerInvariant()),
        PeeringDiagramGrouping.Region => string.IsNullOrEmpty(node.Location) ? DiagramTexts.RegionNotKnown : node.Location!,
        _ => "",
    };

    public static IEnumerable<PeeringTopologyNode> ByName(IEnumerable<PeeringTopologyNode> nodes) => nodes
        .OrderBy(node => node.Name, StringComparer.Ordinal)
        .ThenBy(node => node.VirtualNetworkId, StringComparer.Ordinal);
}
