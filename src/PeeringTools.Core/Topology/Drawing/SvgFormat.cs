using System.Globalization;
using System.Xml;
using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>A picture that any browser shows: nothing is loaded, nothing runs, and it follows the reader's light or dark.</summary>
internal sealed class SvgFormat : DiagramFormat
{
    private const int Head = 62;

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" };

    public override void Write(Diagram diagram, TextWriter output)
    {
        DiagramLayout layout = DiagramLayouts.Of(diagram.Topology, diagram.GroupBy);
        using (XmlWriter xml = XmlWriter.Create(output, Settings)) Write(diagram, layout, xml);
        output.Write("\n");
    }

    /// <summary>The svg element, for a file or for a page that has one.</summary>
    public static void Write(Diagram diagram, DiagramLayout layout, XmlWriter xml)
    {
        int width = Math.Max(layout.Width, SvgLegend.Width) + (2 * Margin);
        int height = Head + layout.Height + PieceGap + SvgLegend.Height + Margin;
        SvgShapes shapes = new(xml);
        xml.WriteStartElement("svg", SvgShapes.Namespace);
        xml.WriteAttributeString("class", "peering-diagram");
        xml.WriteAttributeString("viewBox", string.Format(CultureInfo.InvariantCulture, "0 0 {0} {1}", width, height));
        xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", "peering-diagram-title peering-diagram-text");
        Labelled(xml, "title", "peering-diagram-title", diagram.Title);
        Labelled(xml, "desc", "peering-diagram-text", Summary(diagram));
        xml.WriteElementString("style", SvgShapes.Namespace, SvgStyle.Css);
        shapes.Rect("canvas", 0, 0, width, height);
        shapes.Text("headline", Margin, 32, diagram.Title, width - (2 * Margin), 20);
        shapes.Text("note", Margin, 50, diagram.Subtitle, width - (2 * Margin));
        shapes.Group("content", () => Content(layout, shapes), ("transform", $"translate({Margin} {Head})"));
        shapes.Group("legend", () => new SvgLegend(shapes).Draw(Margin, Head + layout.Height + PieceGap));
        xml.WriteEndElement();
    }

    /// <summary>Frames, lines and boxes, each over what came before.</summary>
    private static void Content(DiagramLayout layout, SvgShapes shapes)
    {
        (SvgBoxes boxes, SvgLines lines) = (new(shapes), new(shapes));
        foreach (DiagramFrame frame in layout.Frames) boxes.Draw(frame);
        foreach (IReadOnlyList<Spot> trunk in layout.Trunks) shapes.Path("trunk", trunk);
        // The gravest last, so that no other line hides it.
        foreach (DiagramLine line in layout.Lines.OrderBy(line => LinkLooks.Of(line.Link))) lines.Draw(line);
        foreach (DiagramBox box in layout.Boxes) boxes.Draw(box);
    }

    private static void Labelled(XmlWriter xml, string element, string id, string text)
    {
        xml.WriteStartElement(element, SvgShapes.Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteString(DrawnText.Of(text));
        xml.WriteEndElement();
    }

    private static string Summary(Diagram diagram)
    {
        string hubs = string.Join(", ", diagram.Topology.Nodes.Where(node => node.Role == PeeringTopologyRole.Hub).Select(node => node.Name));
        string broken = string.Join(", ", diagram.Topology.Links
            .Where(link => link.Verdict == PeeringHealthVerdict.Broken)
            .Select(link => $"{link.LocalVirtualNetworkName} - {link.RemoteVirtualNetworkName}"));
        return diagram.Subtitle + "." + (hubs.Length == 0 ? "" : " " + Wording.Fill(DiagramTexts.Hubs, hubs))
            + (broken.Length == 0 ? "" : " " + Wording.Fill(DiagramTexts.BrokenPairs, broken));
    }
}
