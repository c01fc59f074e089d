namespace PeeringTools.Topology;

/// <summary>Says what shapes and lines mean.</summary>
internal sealed class SvgLegend(SvgShapes shapes)
{
    public const int Width = 4 * Column;
    public const int Height = 4 * Row;

    private const int Column = 224;
    private const int Row = 24;
    private const int Sample = 44;

    public void Draw(int left, int top)
    {
        (LinkLook Look, string Words)[] looks =
        [
            (LinkLook.Healthy, DiagramTexts.LegendHealthy), (LinkLook.Broken, DiagramTexts.LegendBroken), (LinkLook.Degraded, DiagramTexts.LegendDegraded),
            (LinkLook.Unknown, DiagramTexts.LegendUnknown), (LinkLook.Expiring, DiagramTexts.LegendExpiring), (LinkLook.Bypass, DiagramTexts.LegendBypass),
            (LinkLook.CrossTenant, DiagramTexts.LegendCrossTenant), (LinkLook.Global, DiagramTexts.LegendGlobal),
        ];
        for (int i = 0; i < looks.Length; i++) this.Line(At(left, top, i), looks[i].Look, looks[i].Words);
        (LinkEnd Marks, string Words)[] marks =
        [
            (new(true, false, false), DiagramTexts.LegendForwarded), (new(false, true, false), DiagramTexts.LegendGateway), (new(false, false, true), DiagramTexts.LegendAppliance),
        ];
        for (int i = 0; i < marks.Length; i++) this.Mark(At(left, top, looks.Length + i), marks[i].Marks, marks[i].Words);
        (string Role, int Radius, string Words)[] roles =
        [
            ("hub", 6, DiagramTexts.LegendHub), ("spoke", 4, DiagramTexts.LegendSpoke), ("mesh", 0, DiagramTexts.LegendMesh),
            ("bridge", 8, DiagramTexts.LegendBridge), ("spoke hidden", 4, DiagramTexts.LegendHidden),
        ];
        for (int i = 0; i < roles.Length; i++) this.Box(At(left, top, looks.Length + marks.Length + i), roles[i].Role, roles[i].Radius, roles[i].Words);
    }

    private static Spot At(int left, int top, int place) => new(left + (place / 4 * Column), top + (place % 4 * Row));

    private void Line(Spot at, LinkLook look, string words) => shapes.Group("link " + SvgLines.ClassOf(look), () =>
    {
        shapes.Path(null, [at.Moved(0, 8), at.Moved(Sample, 8)]);
        shapes.Text("small", at.X + Sample + 8, at.Y + 12, words);
    });

    private void Mark(Spot at, LinkEnd marks, string words) => shapes.Group("link healthy", () =>
    {
        shapes.Path(null, [at.Moved(0, 8), at.Moved(Sample, 8)]);
        new SvgLines(shapes).MarksAt(at.Moved(Sample, 8), at.Moved(0, 8), marks);
        shapes.Text("small", at.X + Sample + 8, at.Y + 12, words);
    });

    private void Box(Spot at, string role, int radius, string words) => shapes.Group("box " + role, () =>
    {
        shapes.Rect("outer", at.X, at.Y, Sample, 16, radius);
        if (role == "hub") shapes.Rect("inner", at.X + 3, at.Y + 3, Sample - 6, 10, 4);
        shapes.Text("small", at.X + Sample + 8, at.Y + 12, words);
    });
}
