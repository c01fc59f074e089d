namespace PeeringTools.Topology;

/// <summary>Which cells of a grid groups of networks get: small ones share a row, a large one has rows of its own.</summary>
internal sealed class DiagramGrid
{
    private readonly Dictionary<string, (int Row, int Column)> _cells = new(StringComparer.Ordinal);
    private readonly List<Span> _spans = [];

    public DiagramGrid(IReadOnlyList<DiagramGroup> groups, int columns)
    {
        Columns = columns;
        IsFramed = groups.Any(group => group.Label is not null);
        int column = 0;
        foreach (DiagramGroup group in groups)
        {
            if (column > 0 && column + group.Members.Count > columns) (Rows, column) = (Rows + 1, 0);
            column = this.Put(group, column);
            if (column >= columns || group.Members.Count > columns) (Rows, column) = (Rows + 1, 0);
        }

        if (column > 0) Rows++;
    }

    public int Columns { get; }

    public int Rows { get; private set; }

    public bool IsFramed { get; }

    /// <summary>The cells of each framed group.</summary>
    public IReadOnlyList<Span> Spans => _spans;

    public (int Row, int Column) CellOf(string virtualNetworkId) => _cells[virtualNetworkId];

    /// <summary>Columns that give so many cells about the shape asked for; even, so that a trunk finds the middle free.</summary>
    public static int ColumnsFor(int count, double aspect)
    {
        if (count <= 1) return 1;
        const double cell = (double)(DiagramMetrics.BoxHeight + DiagramMetrics.Drop + DiagramMetrics.Gap) / (DiagramMetrics.BoxWidth + DiagramMetrics.Gap);
        int columns = (int)Math.Ceiling(Math.Sqrt(count * cell * aspect));
        return Math.Min(24, Math.Max(2, columns + (columns % 2)));
    }

    private int Put(DiagramGroup group, int column)
    {
        int first = Rows;
        for (int i = 0; i < group.Members.Count; i++)
            _cells.Add(group.Members[i].VirtualNetworkId, (first + ((column + i) / Columns), (column + i) % Columns));
        int last = column + group.Members.Count - 1;
        Rows = first + (last / Columns);
        if (group.Label is not null) _spans.Add(new Span(group.Label, first, Rows, column, Rows > first ? Columns - 1 : last));
        return (last % Columns) + 1;
    }

    internal sealed record Span(string Label, int FirstRow, int LastRow, int FirstColumn, int LastColumn);
}
