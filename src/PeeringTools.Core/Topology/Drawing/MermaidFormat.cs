using System.Globalization;
using System.Text;

namespace PeeringTools.Topology;

/// <summary>A flowchart in Mermaid's words. Networks are called n1, n2 ..., so that none of their names can be a word of the language.</summary>
internal sealed class MermaidFormat : DiagramFormat
{
    /// <summary>Lines that Mermaid draws where a page sets no other maxEdges.</summary>
    public const int MostLines = 500;

    /// <summary>Characters that Mermaid reads where a page sets no other maxTextSize.</summary>
    public const int MostCharacters = 50_000;

    private static readonly (LinkLook Look, string Style)[] Styles =
    [
        (LinkLook.Global, "stroke:#1c5fb8,stroke-width:2px,stroke-dasharray:14 4"),
        (LinkLook.CrossTenant, "stroke:#6a3d9a,stroke-width:2px,stroke-dasharray:8 3 2 3 2 3"),
        (LinkLook.Bypass, "stroke:#a1307f,stroke-width:4px"),
        (LinkLook.Expiring, "stroke:#8a4b00,stroke-width:2px,stroke-dasharray:12 3 2 3"),
        (LinkLook.Unknown, "stroke:#526070,stroke-dasharray:1 5"),
        (LinkLook.Degraded, "stroke:#8a4b00,stroke-width:3px,stroke-dasharray:9 3"),
        (LinkLook.Broken, "stroke:#b3202a,stroke-width:3px,stroke-dasharray:2 4"),
    ];

    public override void Write(Diagram diagram, TextWriter output)
    {
        PeeringTopology topology = diagram.Topology;
        GraphNames names = new(topology);
        output.Write($"---\ntitle: \"{Yaml(diagram.IsLab ? diagram.Title + " (LAB)" : diagram.Title)}\"\n---\nflowchart TB\n");
        int number = 0;
        foreach (DiagramGroup group in new DiagramGroups(diagram.GroupBy, topology.Nodes).Of(topology.Nodes))
        {
            if (group.Label is not null) output.Write($"  subgraph g{++number}[\"{Quoted(group.Label)}\"]\n");
            foreach (PeeringTopologyNode node in group.Members) output.Write($"    {names.Of(node)}{Shape(node)}\n");
            if (group.Label is not null) output.Write("  end\n");
        }

        foreach (PeeringTopologyLink link in topology.Links) output.Write("  " + Line(link, names) + "\n");
        WriteStyles(topology.Links, output);
    }

    private static string Shape(PeeringTopologyNode node)
    {
        IEnumerable<string> lines = new[] { node.Name, NodeWords.Space(node), string.Join(" ", NodeWords.Badges(node)) }.Where(line => line.Length > 0);
        string label = $"\"{string.Join("<br/>", lines.Select(Quoted))}\"";
        return node switch
        {
            { IsGone: true } or { IsVisible: false } => $"[/{label}/]",
            { Role: PeeringTopologyRole.Hub } => $"[[{label}]]",
            { Role: PeeringTopologyRole.Bridge } => $"([{label}])",
            { Role: PeeringTopologyRole.Spoke } => $"({label})",
            _ => $"[{label}]",
        };
    }

    /// <summary>From the hub to the spoke, so that hubs come to stand above; an arrow leads into a network that accepts forwarded traffic.</summary>
    private static string Line(PeeringTopologyLink link, GraphNames names)
    {
        bool startsLocal = names.StartsLocal(link);
        (LinkEnd start, LinkEnd end) = (LinkEnd.Of(link, startsLocal), LinkEnd.Of(link, !startsLocal));
        (string from, string to) = names.Ends(link, startsLocal);
        string line = LinkLooks.Of(link) switch
        {
            LinkLook.Broken => "x-.-x",
            LinkLook.Degraded or LinkLook.Unknown => "-.-",
            LinkLook.Bypass => "===",
            _ => (start.AcceptsForwarded, end.AcceptsForwarded) switch { (true, true) => "<-->", (false, true) => "-->", _ => "---" },
        };
        string words = string.Join("<br/>", LinkWords.Tags(link).Concat(LinkWords.Flags(link)).Select(Quoted));
        return words.Length == 0 ? $"{from} {line} {to}" : $"{from} {line}|\"{words}\"| {to}";
    }

    private static void WriteStyles(PeeringTopologyLink[] links, TextWriter output)
    {
        ILookup<LinkLook, int> byLook = Enumerable.Range(0, links.Length).ToLookup(i => LinkLooks.Of(links[i]));
        foreach ((LinkLook look, string style) in Styles.Where(style => byLook[style.Look].Any()))
            output.Write($"  linkStyle {string.Join(",", byLook[look])} {style}\n");
    }

    /// <summary>Whatever could mean something to Mermaid, to Markdown or to HTML becomes Mermaid's own <c>#code;</c>.</summary>
    private static string Quoted(string text)
    {
        StringBuilder quoted = new();
        foreach (char c in DrawnText.Of(text))
        {
            if (c >= '\u0080' || char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or ':' or '/') quoted.Append(c);
            else quoted.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return quoted.ToString();
    }

    private static string Yaml(string text) => DrawnText.Of(text).Replace("\\", "\\\\").Replace("\"", "\\\"");
}
