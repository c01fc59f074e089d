using System.Globalization;
using System.Xml;
using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>A page for draw.io, with every box and line where the SVG has it, to go on drawing by hand.</summary>
/// <remarks>Uncompressed, and with plain labels: draw.io would run what it finds in an HTML label.</remarks>
internal sealed class DrawioFormat : DiagramFormat
{
    private const int Head = 40;

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    public override void Write(Diagram diagram, TextWriter output)
    {
        DiagramLayout layout = DiagramLayouts.Of(diagram.Topology, diagram.GroupBy);
        using (XmlWriter xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("mxfile");
            xml.WriteStartElement("diagram");
            xml.WriteAttributeString("id", "peerings");
            xml.WriteAttributeString("name", DrawnText.Of(diagram.Title));
            xml.WriteStartElement("mxGraphModel");
            foreach ((string name, int value) in new[] { ("grid", 1), ("gridSize", 10), ("guides", 1), ("tooltips", 1), ("connect", 1), ("page", 0) }) xml.WriteAttributeString(name, N(value));
            xml.WriteStartElement("root");
            Root(xml);
            DrawioCells cells = new(xml, new GraphNames(diagram.Topology));
            cells.Text("title", DrawnText.Of([diagram.Title, diagram.Subtitle]), Margin, 0, Math.Max(layout.Width, 400), Head);
            for (int i = 0; i < layout.Frames.Count; i++) cells.Frame("f" + N(i + 1), layout.Frames[i], Margin, Head + Margin);
            foreach (DiagramBox box in layout.Boxes) cells.Box(box, Margin, Head + Margin);
            Dictionary<string, DiagramBox> boxes = layout.Boxes.ToDictionary(box => box.Node.VirtualNetworkId, StringComparer.Ordinal);
            for (int i = 0; i < layout.Lines.Count; i++) cells.Line("e" + N(i + 1), layout.Lines[i], boxes, Margin, Head + Margin);
            for (int i = 0; i < 4; i++) xml.WriteEndElement();
        }

        output.Write("\n");
    }

    /// <summary>Every model begins with these two.</summary>
    private static void Root(XmlWriter xml)
    {
        xml.WriteStartElement("mxCell");
        xml.WriteAttributeString("id", "0");
        xml.WriteEndElement();
        xml.WriteStartElement("mxCell");
        xml.WriteAttributeString("id", "1");
        xml.WriteAttributeString("parent", "0");
        xml.WriteEndElement();
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
