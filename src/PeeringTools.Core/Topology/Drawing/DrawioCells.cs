using System.Globalization;
using System.Xml;

namespace PeeringTools.Topology;

/// <summary>Writes the cells of a draw.io model.</summary>
internal sealed class DrawioCells(XmlWriter xml, GraphNames names)
{
    private const string Plain = "html=0;whiteSpace=wrap;";

    public void Text(string id, string text, int x, int y, int width, int height) => this.Labelled(id, text, [], () =>
        this.Vertex(Plain + "text;align=left;verticalAlign=middle;fontSize=16;strokeColor=none;fillColor=none;", x, y, width, height));

    public void Frame(string id, DiagramFrame frame, int dx, int dy) => this.Labelled(id, DrawnText.Of(frame.Label), [], () =>
        this.Vertex(
            Plain + "fillColor=none;strokeColor=#8a97a5;dashed=1;dashPattern=1 3;verticalAlign=top;align=left;spacingLeft=4;fontColor=#526070;",
            frame.X + dx, frame.Y + dy, frame.Width, frame.Height));

    public void Box(DiagramBox box, int dx, int dy)
    {
        string[] lines = [.. new[] { box.Node.Name, NodeWords.Space(box.Node), string.Join(" ", NodeWords.Badges(box.Node)) }.Where(line => line.Length > 0)];
        string shape = box.Node.Role switch
        {
            PeeringTopologyRole.Hub => "shape=ext;double=1;rounded=1;",
            PeeringTopologyRole.Bridge => "rounded=1;arcSize=50;",
            PeeringTopologyRole.Spoke => "rounded=1;",
            _ => "",
        };
        if (box.Node.IsGone || !box.Node.IsVisible) shape += "dashed=1;";
        this.Labelled(names.Of(box.Node), DrawnText.Of(lines), NodeWords.Describe(box.Node), () =>
            this.Vertex(Plain + shape + "fillColor=#f6f8fa;strokeColor=#526070;fontColor=#1b2733;overflow=hidden;", box.X + dx, box.Y + dy, box.Width, box.Height));
    }

    public void Line(string id, DiagramLine line, IReadOnlyDictionary<string, DiagramBox> boxes, int dx, int dy)
    {
        (string first, string second) = line.StartsLocal
            ? (line.Link.LocalVirtualNetworkId, line.Link.RemoteVirtualNetworkId)
            : (line.Link.RemoteVirtualNetworkId, line.Link.LocalVirtualNetworkId);
        Spot[] way = [.. line.Points];
        string style = "html=0;edgeStyle=none;rounded=0;" + Look(LinkLooks.Of(line.Link))
            + Arrow("start", LinkEnd.Of(line.Link, line.StartsLocal)) + Arrow("end", LinkEnd.Of(line.Link, !line.StartsLocal))
            + Port("exit", boxes[first], way[0]) + Port("entry", boxes[second], way[way.Length - 1]);
        this.Labelled(id, DrawnText.Of(LinkWords.Tags(line.Link)), LinkWords.Describe(line.Link), () =>
        {
            this.Start(style, "edge");
            xml.WriteAttributeString("source", names.Of(first));
            xml.WriteAttributeString("target", names.Of(second));
            xml.WriteStartElement("mxGeometry");
            xml.WriteAttributeString("relative", "1");
            xml.WriteAttributeString("as", "geometry");
            xml.WriteStartElement("Array");
            xml.WriteAttributeString("as", "points");
            foreach (Spot spot in way.Skip(1).Take(way.Length - 2)) this.Point(spot.Moved(dx, dy));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    private static string Look(LinkLook look) => look switch
    {
        LinkLook.Broken => "strokeColor=#b3202a;fontColor=#b3202a;strokeWidth=3;dashed=1;dashPattern=2 4;",
        LinkLook.Degraded => "strokeColor=#8a4b00;fontColor=#8a4b00;strokeWidth=3;dashed=1;dashPattern=9 3;",
        LinkLook.Unknown => "strokeColor=#526070;dashed=1;dashPattern=1 5;",
        LinkLook.Expiring => "strokeColor=#8a4b00;fontColor=#8a4b00;strokeWidth=2;dashed=1;dashPattern=12 3 2 3;",
        LinkLook.Bypass => "strokeColor=#a1307f;strokeWidth=4;",
        LinkLook.CrossTenant => "strokeColor=#6a3d9a;strokeWidth=2;dashed=1;dashPattern=8 3 2 3 2 3;",
        LinkLook.Global => "strokeColor=#1c5fb8;strokeWidth=2;dashed=1;dashPattern=14 4;",
        _ => "strokeColor=#526070;",
    };

    /// <summary>draw.io has one mark for each end: the gateway's diamond goes before the arrow, and that before the ring.</summary>
    private static string Arrow(string end, LinkEnd marks) => end + "Arrow=" + (marks switch
    {
        { SharesGateway: true } => "diamond",
        { AcceptsForwarded: true } => "block",
        { Inspects: true } => "oval",
        _ => "none",
    }) + ";" + end + "Fill=" + (marks.SharesGateway || marks.AcceptsForwarded ? "1" : "0") + ";";

    private static string Port(string end, DiagramBox box, Spot at) => string.Format(
        CultureInfo.InvariantCulture, "{0}X={1:0.###};{0}Y={2:0.###};{0}Perimeter=0;", end, (at.X - box.X) / (double)box.Width, (at.Y - box.Y) / (double)box.Height);

    /// <summary>An object carries the words; draw.io shows what it holds when the pointer rests on it.</summary>
    private void Labelled(string id, string label, IReadOnlyList<string> details, Action cell)
    {
        xml.WriteStartElement("object");
        xml.WriteAttributeString("label", label);
        if (details.Count > 0) xml.WriteAttributeString("details", DrawnText.Of(details));
        xml.WriteAttributeString("id", id);
        cell();
        xml.WriteEndElement();
    }

    private void Vertex(string style, int x, int y, int width, int height)
    {
        this.Start(style, "vertex");
        xml.WriteStartElement("mxGeometry");
        foreach ((string name, int value) in new[] { ("x", x), ("y", y), ("width", width), ("height", height) })
            xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("as", "geometry");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Start(string style, string kind)
    {
        xml.WriteStartElement("mxCell");
        xml.WriteAttributeString("style", style);
        xml.WriteAttributeString(kind, "1");
        xml.WriteAttributeString("parent", "1");
    }

    private void Point(Spot spot)
    {
        xml.WriteStartElement("mxPoint");
        xml.WriteAttributeString("x", spot.X.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("y", spot.Y.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
