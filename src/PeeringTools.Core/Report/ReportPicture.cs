using System.Text.Json;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>Where everything of the picture stands, as the page draws it: the lines are the pairs' own parts, what several share stands once.</summary>
internal sealed class ReportPicture(DiagramLayout layout, ReportNetworks networks)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("map");
        json.WriteNumber("width", layout.Width);
        json.WriteNumber("height", layout.Height);
        json.WriteStartArray("boxes");
        foreach (DiagramBox box in layout.Boxes)
        {
            json.WriteStartObject();
            json.WriteNumber("network", networks.IndexOf(box.Node.VirtualNetworkId));
            Write(json, box.X, box.Y, box.Width, box.Height);
        }

        json.WriteEndArray();
        json.WriteStartArray("frames");
        foreach (DiagramFrame frame in layout.Frames)
        {
            json.WriteStartObject();
            json.Text("label", frame.Label);
            Write(json, frame.X, frame.Y, frame.Width, frame.Height);
        }

        json.WriteEndArray();
        json.WriteStartArray("trunks");
        foreach (IReadOnlyList<Spot> trunk in layout.Trunks) Write(json, trunk);
        json.WriteEndArray();
        json.WriteStartObject("lines");
        foreach (DiagramLine line in layout.Lines)
        {
            json.WritePropertyName(line.Link.PairId);
            Write(json, line.Own);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int x, int y, int width, int height)
    {
        json.WriteNumber("x", x);
        json.WriteNumber("y", y);
        json.WriteNumber("w", width);
        json.WriteNumber("h", height);
        json.WriteEndObject();
    }

    /// <summary>The points of a line as x, y, x, y ...</summary>
    private static void Write(Utf8JsonWriter json, IReadOnlyList<Spot> spots)
    {
        json.WriteStartArray();
        foreach (Spot spot in spots)
        {
            json.WriteNumberValue(spot.X);
            json.WriteNumberValue(spot.Y);
        }

        json.WriteEndArray();
    }
}
