namespace PeeringTools.Topology;

/// <summary>Draws pairs: the look of the line, the marks at its ends, and a few words beside it.</summary>
internal sealed class SvgLines(SvgShapes shapes)
{
    private const int LineHeight = 11;

    /// <summary>Words that fit beside a drop.</summary>
    private const int MostTags = 3;

    public void Draw(DiagramLine line) => shapes.Group(
        "link " + ClassOf(LinkLooks.Of(line.Link)),
        () =>
        {
            shapes.Title(DrawnText.Of(LinkWords.Describe(line.Link)));
            shapes.Path("hit", line.Own);
            shapes.Path(null, line.Own);
            this.Marks(line);
            this.Words(line);
        },
        ("data-pair", DrawnText.Of(line.Link.PairId)));

    public static string ClassOf(LinkLook look) => look == LinkLook.CrossTenant ? "cross-tenant" : look.ToString().ToLowerInvariant();

    /// <summary>Marks along a line, from its end inwards: an arrow into the network, a diamond, a ring.</summary>
    public void MarksAt(Spot end, Spot inner, LinkEnd marks)
    {
        double length = Math.Sqrt(Math.Pow(inner.X - end.X, 2) + Math.Pow(inner.Y - end.Y, 2));
        if (length < 1) return;
        (double x, double y) = ((inner.X - end.X) / length, (inner.Y - end.Y) / length);
        Spot At(double along, double across) =>
            new((int)Math.Floor(end.X + (along * x) - (across * y) + 0.5001), (int)Math.Floor(end.Y + (along * y) + (across * x) + 0.5001));
        int from = 1;
        if (marks.AcceptsForwarded)
        {
            shapes.Path("mark", [At(from, 0), At(from + 9, -5), At(from + 9, 5)], isClosed: true);
            from += 10;
        }

        if (marks.SharesGateway)
        {
            shapes.Path("mark", [At(from, 0), At(from + 6, -5), At(from + 12, 0), At(from + 6, 5)], isClosed: true);
            from += 13;
        }

        if (marks.Inspects) shapes.Circle("ring", At(from + 5, 0), 4);
    }

    private void Marks(DiagramLine line)
    {
        IReadOnlyList<Spot> own = line.Own;
        this.MarksAt(own[0], own[1], LinkEnd.Of(line.Link, line.StartsLocal));
        this.MarksAt(own[own.Count - 1], own[own.Count - 2], LinkEnd.Of(line.Link, !line.StartsLocal));
    }

    private void Words(DiagramLine line)
    {
        if (line.LabelAt is not Spot at) return;
        string[] tags = [.. LinkWords.Tags(line.Link)];
        // A drop has room below each other, a lane beside each other.
        if (line.Shared.Count == 0 && tags.Length > 0) tags = [string.Join(" · ", tags)];
        int room = line.Shared.Count == 0 ? 320 : (DiagramMetrics.BoxWidth / 2) + (DiagramMetrics.Gap / 2) - 8;
        for (int i = 0; i < Math.Min(tags.Length, MostTags); i++)
            shapes.Text("small", at.X, at.Y + (i * LineHeight), tags[i], room, 10, line.IsLabelLeft ? "end" : null);
    }
}
