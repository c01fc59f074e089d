namespace PeeringTools.Topology;

/// <summary>A graph in Graphviz's language.</summary>
internal sealed class DotFormat : DiagramFormat
{
    public override void Write(Diagram diagram, TextWriter output)
    {
        PeeringTopology topology = diagram.Topology;
        GraphNames names = new(topology);
        output.Write($"digraph {Quoted(diagram.Title)} {{\n");
        output.Write($"  graph [label={Quoted(diagram.Title, diagram.Subtitle)}, labelloc=t, rankdir=TB, fontname=\"sans-serif\"];\n");
        output.Write("  node [shape=box, fontname=\"sans-serif\", fontsize=11, color=\"#526070\"];\n");
        output.Write("  edge [dir=both, arrowhead=none, arrowtail=none, fontname=\"sans-serif\", fontsize=9, color=\"#526070\"];\n");
        int number = 0;
        foreach (DiagramGroup group in new DiagramGroups(diagram.GroupBy, topology.Nodes).Of(topology.Nodes))
        {
            if (group.Label is not null) output.Write($"  subgraph cluster_{++number} {{\n    label={Quoted(group.Label)};\n    style=dotted;\n");
            foreach (PeeringTopologyNode node in group.Members) output.Write($"    {names.Of(node)} [{Attributes(node)}];\n");
            if (group.Label is not null) output.Write("  }\n");
        }

        foreach (PeeringTopologyLink link in topology.Links)
        {
            bool startsLocal = names.StartsLocal(link);
            (string from, string to) = names.Ends(link, startsLocal);
            output.Write($"  {from} -> {to} [{Attributes(link, startsLocal)}];\n");
        }

        output.Write("}\n");
    }

    private static string Attributes(PeeringTopologyNode node)
    {
        string label = Quoted([.. new[] { node.Name, NodeWords.Space(node), string.Join(" ", NodeWords.Badges(node)) }.Where(line => line.Length > 0)]);
        string look = node.Role switch
        {
            PeeringTopologyRole.Hub => ", peripheries=2",
            PeeringTopologyRole.Bridge => ", shape=ellipse",
            PeeringTopologyRole.Spoke => ", style=rounded",
            _ => "",
        };
        if (node.IsGone || !node.IsVisible) look = ", style=dashed";
        return $"label={label}, tooltip={Quoted([.. NodeWords.Describe(node)])}{look}";
    }

    private static string Attributes(PeeringTopologyLink link, bool startsLocal)
    {
        string look = LinkLooks.Of(link) switch
        {
            LinkLook.Broken => ", color=\"#b3202a\", fontcolor=\"#b3202a\", style=dotted, penwidth=3",
            LinkLook.Degraded => ", color=\"#8a4b00\", fontcolor=\"#8a4b00\", style=dashed, penwidth=3",
            LinkLook.Unknown => ", style=dotted",
            LinkLook.Expiring => ", color=\"#8a4b00\", fontcolor=\"#8a4b00\", style=dashed, penwidth=2",
            LinkLook.Bypass => ", color=\"#a1307f\", style=bold, penwidth=4",
            LinkLook.CrossTenant => ", color=\"#6a3d9a:#6a3d9a\"",
            LinkLook.Global => ", color=\"#1c5fb8\", style=dashed",
            _ => "",
        };
        return $"label={Quoted([.. LinkWords.Tags(link)])}, tooltip={Quoted([.. LinkWords.Describe(link)])}"
            + $", arrowtail={Arrow(LinkEnd.Of(link, startsLocal))}, arrowhead={Arrow(LinkEnd.Of(link, !startsLocal))}{look}";
    }

    /// <summary>The same marks as in the picture, from the end inwards.</summary>
    private static string Arrow(LinkEnd end)
    {
        string arrow = (end.AcceptsForwarded ? "normal" : "") + (end.SharesGateway ? "diamond" : "") + (end.Inspects ? "odot" : "");
        return arrow.Length == 0 ? "none" : arrow;
    }

    /// <summary>Graphviz reads backslashes and, in what it draws, HTML's entities.</summary>
    private static string Quoted(params string[] lines) =>
        "\"" + string.Join("\\n", lines.Select(line => DrawnText.Of(line).Replace("&", "&amp;").Replace("\\", "\\\\").Replace("\"", "\\\""))) + "\"";
}
