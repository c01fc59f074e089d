namespace PeeringTools.Topology;

/// <summary>A part of the picture that is laid out on its own and then put in its place.</summary>
internal sealed class DiagramPiece
{
    public int Width { get; set; }

    public int Height { get; set; }

    public List<DiagramBox> Boxes { get; } = [];

    public List<DiagramFrame> Frames { get; } = [];

    public List<DiagramLine> Lines { get; } = [];

    public List<IReadOnlyList<Spot>> Trunks { get; } = [];

    public void PutInto(DiagramPiece whole, int x, int y)
    {
        whole.Boxes.AddRange(Boxes.Select(box => box with { X = box.X + x, Y = box.Y + y }));
        whole.Frames.AddRange(Frames.Select(frame => frame with { X = frame.X + x, Y = frame.Y + y }));
        whole.Lines.AddRange(Lines.Select(line => line with
        {
            Shared = Moved(line.Shared, x, y),
            Own = Moved(line.Own, x, y),
            LabelAt = line.LabelAt?.Moved(x, y),
        }));
        whole.Trunks.AddRange(Trunks.Select(trunk => Moved(trunk, x, y)));
        whole.Width = Math.Max(whole.Width, x + Width);
        whole.Height = Math.Max(whole.Height, y + Height);
    }

    private static Spot[] Moved(IReadOnlyList<Spot> spots, int x, int y) => [.. spots.Select(spot => spot.Moved(x, y))];
}
