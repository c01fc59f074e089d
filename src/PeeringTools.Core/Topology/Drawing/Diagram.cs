namespace PeeringTools.Topology;

/// <summary>What is to be drawn. Nothing of it changes from run to run, so the same estate gives the same bytes.</summary>
internal sealed record Diagram(PeeringTopology Topology, string Title, PeeringDiagramGrouping GroupBy)
{
    public bool IsLab => Topology.Source.Contains(Pairs.PairBuilder.LabPrefix, StringComparison.Ordinal);

    /// <summary>One line below the title.</summary>
    public string Subtitle => Wording.Fill(DiagramTexts.Counts, Topology.Nodes.Length, Topology.Links.Length) + (this.IsLab ? ". " + DiagramTexts.Lab : "");
}
