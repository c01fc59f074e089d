using System.Globalization;
using System.Xml;

namespace PeeringTools.Topology;

/// <summary>Writes the few shapes that diagrams are made of.</summary>
internal sealed class SvgShapes(XmlWriter xml)
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    public void Group(string classes, Action content, params (string Name, string Value)[] more)
    {
        this.Start("g", classes, more);
        content();
        xml.WriteEndElement();
    }

    /// <summary>What a pointer and a screen reader are told.</summary>
    public void Title(string text)
    {
        xml.WriteStartElement("title", Namespace);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    public void Rect(string classes, int x, int y, int width, int height, int radius = 0)
    {
        this.Start("rect", classes, ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)));
        if (radius > 0) xml.WriteAttributeString("rx", N(radius));
        xml.WriteEndElement();
    }

    /// <summary>One line of text, made harmless and cut to the room there is.</summary>
    public void Text(string classes, int x, int y, string text, int width = int.MaxValue, int size = 11, string? anchor = null)
    {
        this.Start("text", classes, ("x", N(x)), ("y", N(y)));
        if (anchor is not null) xml.WriteAttributeString("text-anchor", anchor);
        xml.WriteString(TextFit.Cut(DrawnText.Of(text), width, size));
        xml.WriteEndElement();
    }

    public void Path(string? classes, IEnumerable<Spot> spots, bool isClosed = false)
    {
        string data = string.Join("L", spots.Select(spot => $"{N(spot.X)} {N(spot.Y)}"));
        this.Start("path", classes ?? "", ("d", "M" + data + (isClosed ? "Z" : "")));
        xml.WriteEndElement();
    }

    public void Circle(string classes, Spot center, int radius)
    {
        this.Start("circle", classes, ("cx", N(center.X)), ("cy", N(center.Y)), ("r", N(radius)));
        xml.WriteEndElement();
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Start(string element, string classes, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(element, Namespace);
        if (classes.Length > 0) xml.WriteAttributeString("class", classes);
        foreach ((string name, string value) in attributes) xml.WriteAttributeString(name, value);
    }
}
