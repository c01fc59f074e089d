using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>Networks that are peered with nobody: a grid of their own.</summary>
internal static class IsolatedLayout
{
    public static DiagramPiece Of(IReadOnlyList<DiagramGroup> groups, int room)
    {
        int fitting = Math.Max(1, room / (BoxWidth + Gap));
        DiagramGrid grid = new(groups, Math.Min(24, Math.Max(fitting, DiagramGrid.ColumnsFor(groups.Sum(group => group.Members.Count), Aspect))));
        int top = FrameLabel + FramePadding + (grid.IsFramed ? FrameLabel : 0);
        int pitch = BoxHeight + Gap + (grid.IsFramed ? FrameLabel : 0);
        DiagramPiece piece = new();
        foreach (PeeringTopologyNode node in groups.SelectMany(group => group.Members))
        {
            (int row, int column) = grid.CellOf(node.VirtualNetworkId);
            piece.Boxes.Add(new DiagramBox(node, (Gap / 2) + (column * (BoxWidth + Gap)), top + (row * pitch), BoxWidth, BoxHeight));
        }

        foreach (DiagramGrid.Span span in grid.Spans)
        {
            piece.Frames.Add(new DiagramFrame(
                span.Label,
                (Gap / 2) + (span.FirstColumn * (BoxWidth + Gap)) - FramePadding,
                top + (span.FirstRow * pitch) - FrameLabel - 4,
                ((span.LastColumn - span.FirstColumn) * (BoxWidth + Gap)) + BoxWidth + (2 * FramePadding),
                ((span.LastRow - span.FirstRow) * pitch) + BoxHeight + FrameLabel + FramePadding));
        }

        piece.Width = piece.Boxes.Max(box => box.Right) + (Gap / 2);
        piece.Height = piece.Boxes.Max(box => box.Bottom) + Gap;
        piece.Frames.Insert(0, new DiagramFrame(DiagramTexts.NotPeered, 0, 0, piece.Width, piece.Height));
        return piece;
    }
}
