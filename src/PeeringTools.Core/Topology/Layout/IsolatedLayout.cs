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

        foreach (DiagramGrid.FramedCells cells in grid.Frames)
        {
            piece.Frames.Add(new DiagramFrame(
                cells.Label,
                (Gap / 2) + (cells.FirstColumn * (BoxWidth + Gap)) - FramePadding,
                top + (cells.FirstRow * pitch) - FrameLabel - 4,
                ((cells.LastColumn - cells.FirstColumn) * (BoxWidth + Gap)) + BoxWidth + (2 * FramePadding),
                ((cells.LastRow - cells.FirstRow) * pitch) + BoxHeight + FrameLabel + FramePadding));
        }

        piece.Width = piece.Boxes.Max(box => box.Right) + (Gap / 2);
        piece.Height = piece.Boxes.Max(box => box.Bottom) + Gap;
        piece.Frames.Insert(0, new DiagramFrame(DiagramTexts.NotPeered, 0, 0, piece.Width, piece.Height));
        return piece;
    }
}
