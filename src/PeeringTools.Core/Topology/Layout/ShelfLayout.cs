using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>Puts pieces on shelves, one beside the other while there is room.</summary>
internal static class ShelfLayout
{
    /// <summary>Keeps the order of the pieces; the last shelves are the isolated networks'.</summary>
    public static DiagramPiece Of(IReadOnlyList<DiagramPiece> pieces)
    {
        DiagramPiece whole = new();
        if (pieces.Count == 0) return whole;
        double area = pieces.Sum(piece => (double)(piece.Width + PieceGap) * (piece.Height + PieceGap));
        int room = Math.Max(pieces.Max(piece => piece.Width), (int)Math.Sqrt(area * Aspect));
        (int x, int y, int height) = (0, 0, 0);
        foreach (DiagramPiece piece in pieces)
        {
            if (x > 0 && x + piece.Width > room) (x, y, height) = (0, y + height + PieceGap, 0);
            piece.PutInto(whole, x, y);
            x += piece.Width + PieceGap;
            height = Math.Max(height, piece.Height);
        }

        return whole;
    }
}
