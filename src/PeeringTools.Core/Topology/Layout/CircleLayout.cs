using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>Networks without a hub, on a circle: every line stays inside it and touches no box but its own two.</summary>
internal static class CircleLayout
{
    /// <summary>More lines than this leave no room for words beside them.</summary>
    private const int MostLabels = 28;

    /// <param name="nodes">The networks of one component.</param>
    /// <param name="links">Its pairs.</param>
    public static DiagramPiece Of(IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links)
    {
        PeeringTopologyNode[] ordered = Order(nodes, links);
        // Two need a line with room for words between them; more need room beside each other.
        double outward = Math.Sqrt((BoxWidth * BoxWidth) + (BoxHeight * BoxHeight)) / 2;
        double radius = ordered.Length == 2 ? 60 : Math.Max(80, (ordered.Length * (BoxWidth + Gap) / (2 * Math.PI)) - outward);
        Dictionary<string, Spot> anchors = new(StringComparer.Ordinal);
        DiagramPiece piece = new();
        for (int i = 0; i < ordered.Length; i++)
        {
            double angle = (2 * Math.PI * i / ordered.Length) - (ordered.Length == 2 ? Math.PI : Math.PI / 2);
            double reach = radius + (ordered.Length == 2 ? (BoxWidth / 2.0) + 1 : outward + 1);
            anchors.Add(ordered[i].VirtualNetworkId, On(angle, radius));
            Spot center = On(angle, reach);
            piece.Boxes.Add(new DiagramBox(ordered[i], center.X - (BoxWidth / 2), center.Y - (BoxHeight / 2), BoxWidth, BoxHeight));
        }

        Dictionary<string, DiagramBox> boxes = piece.Boxes.ToDictionary(box => box.Node.VirtualNetworkId, StringComparer.Ordinal);
        foreach (PeeringTopologyLink link in links)
            piece.Lines.Add(Line(link, boxes, anchors, isLabelled: links.Count <= MostLabels));
        return ToOrigin(piece);
    }

    private static DiagramLine Line(
        PeeringTopologyLink link, Dictionary<string, DiagramBox> boxes, Dictionary<string, Spot> anchors, bool isLabelled)
    {
        (Spot from, Spot to) = (anchors[link.LocalVirtualNetworkId], anchors[link.RemoteVirtualNetworkId]);
        return new DiagramLine
        {
            Link = link,
            Own = [Edge(boxes[link.LocalVirtualNetworkId], from), from, to, Edge(boxes[link.RemoteVirtualNetworkId], to)],
            StartsLocal = true,
            // Not in the middle, where the diagonals of a mesh meet.
            LabelAt = isLabelled ? new Spot(from.X + ((to.X - from.X) * 3 / 8) + 6, from.Y + ((to.Y - from.Y) * 3 / 8) - 4) : null,
        };
    }

    /// <summary>The point of a box that is nearest to its anchor.</summary>
    private static Spot Edge(DiagramBox box, Spot anchor) =>
        new(Math.Min(box.Right, Math.Max(box.X, anchor.X)), Math.Min(box.Bottom, Math.Max(box.Y, anchor.Y)));

    /// <summary>Neighbours next to each other: a walk into the depth, from the network with the fewest peers.</summary>
    private static PeeringTopologyNode[] Order(IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links)
    {
        PeeringTopologyNode[] sorted = [.. nodes.OrderBy(node => node.Peers).ThenBy(node => node.Name, StringComparer.Ordinal).ThenBy(node => node.VirtualNetworkId, StringComparer.Ordinal)];
        Dictionary<string, int> places = sorted.Select((node, i) => (node.VirtualNetworkId, i)).ToDictionary(pair => pair.VirtualNetworkId, pair => pair.i, StringComparer.Ordinal);
        NetworkGraph graph = new(sorted.Length, links.Select(link => (places[link.LocalVirtualNetworkId], places[link.RemoteVirtualNetworkId])));
        List<PeeringTopologyNode> walk = [];
        bool[] seen = new bool[sorted.Length];
        Stack<int> open = new([0]);
        while (open.Count > 0)
        {
            int next = open.Pop();
            if (seen[next]) continue;
            seen[next] = true;
            walk.Add(sorted[next]);
            foreach (int peer in graph.PeersOf(next).Reverse()) open.Push(peer);
        }

        return [.. walk];
    }

    /// <summary>Rounded with a bias, because a sine that is exactly a half differs in its last digit from machine to machine.</summary>
    private static Spot On(double angle, double radius) =>
        new((int)Math.Floor((radius * Math.Cos(angle)) + 0.5001), (int)Math.Floor((radius * Math.Sin(angle)) + 0.5001));

    private static DiagramPiece ToOrigin(DiagramPiece piece)
    {
        int left = piece.Boxes.Min(box => box.X);
        int top = piece.Boxes.Min(box => box.Y);
        (piece.Width, piece.Height) = (piece.Boxes.Max(box => box.Right), piece.Boxes.Max(box => box.Bottom));
        DiagramPiece moved = new();
        piece.PutInto(moved, -left, -top);
        return moved;
    }
}
