namespace PeeringTools.Topology;

/// <summary>A point of the picture, in pixels from its upper left corner.</summary>
internal readonly record struct Spot(int X, int Y)
{
    public Spot Moved(int x, int y) => new(X + x, Y + y);
}

/// <summary>A network's place.</summary>
internal sealed record DiagramBox(PeeringTopologyNode Node, int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int CenterX => X + (Width / 2);

    public int CenterY => Y + (Height / 2);
}

/// <summary>A frame around networks of one subscription or region.</summary>
internal sealed record DiagramFrame(string Label, int X, int Y, int Width, int Height);

/// <summary>A pair's way through the picture: from one box through what it shares with others to what is its own, up to the other box.</summary>
internal sealed record DiagramLine
{
    public required PeeringTopologyLink Link { get; init; }

    /// <summary>From the first box to where the line parts from its trunk; empty where it shares nothing.</summary>
    public IReadOnlyList<Spot> Shared { get; init; } = [];

    /// <summary>From the trunk, or from the first box, to the second box.</summary>
    public required IReadOnlyList<Spot> Own { get; init; }

    /// <summary>True where the first box is the link's local network.</summary>
    public required bool StartsLocal { get; init; }

    /// <summary>Where its words begin; null where there is no room for words.</summary>
    public Spot? LabelAt { get; init; }

    /// <summary>True where its words end at that point instead.</summary>
    public bool IsLabelLeft { get; init; }

    public IEnumerable<Spot> Points => Shared.Count == 0 ? Own : Shared.Concat(Own.Skip(1));
}

/// <summary>Where everything of a diagram stands. Whole numbers, so that no machine rounds otherwise.</summary>
internal sealed record DiagramLayout
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required IReadOnlyList<DiagramBox> Boxes { get; init; }

    public required IReadOnlyList<DiagramFrame> Frames { get; init; }

    public required IReadOnlyList<DiagramLine> Lines { get; init; }

    /// <summary>What several lines share, drawn once.</summary>
    public required IReadOnlyList<IReadOnlyList<Spot>> Trunks { get; init; }
}
