using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>A hub and the networks that hang on it, in rows below it. Trunks come down through the middle, a bus runs over each row.</summary>
internal sealed class HubBlock
{
    private readonly DiagramGrid _grid;
    private readonly int[] _lanes;
    private readonly Dictionary<string, int> _exits = new(StringComparer.Ordinal);
    private int[] _rowTops = [];

    public HubBlock(PeeringTopologyNode hub, IReadOnlyList<DiagramGroup> groups, double aspect)
    {
        HubNode = hub;
        _grid = new DiagramGrid(groups, DiagramGrid.ColumnsFor(groups.Sum(group => group.Members.Count), aspect));
        _lanes = new int[_grid.Rows];
        TrunkOwners.Add(hub.VirtualNetworkId);
    }

    public PeeringTopologyNode HubNode { get; }

    /// <summary>Ids of the hubs with a trunk here, its own first.</summary>
    public List<string> TrunkOwners { get; } = [];

    /// <summary>Lines that run down beside the block.</summary>
    public int SideLanes { get; set; }

    public int X { get; private set; }

    /// <summary>Its boxes with their frames; whole once it is placed.</summary>
    public DiagramBox Hub { get; private set; } = null!;

    public int Width => this.GridWidth + (SideLanes == 0 ? 0 : LaneRoom(SideLanes));

    public int Bottom { get; private set; }

    private int Gutter => _grid.Columns == 1 ? 0 : 2 * TrunkPitch * TrunkOwners.Count;

    private int GridWidth => Math.Max(
        HubWidth + (2 * (TrunkPitch + (Pitch * TrunkOwners.Count))),
        (_grid.Columns * (BoxWidth + Gap)) + this.Gutter);

    private int CenterX => X + (this.GridWidth / 2);

    public int RowOf(string virtualNetworkId) => _grid.CellOf(virtualNetworkId).Row;

    public int TakeLane(int row) => _lanes[row]++ % MostLanes;

    public int TakeSideLane() => SideLanes++ % MostLanes;

    /// <summary>Puts the block to a place, when its trunks and lanes are known.</summary>
    public void Place(int x, int top, DiagramPiece piece)
    {
        X = x;
        Hub = new DiagramBox(HubNode, this.CenterX - (HubWidth / 2), top, HubWidth, HubHeight);
        piece.Boxes.Add(Hub);
        int y = Hub.Bottom + Gap + (Pitch * TrunkOwners.Count);
        _rowTops = new int[_grid.Rows];
        for (int row = 0; row < _grid.Rows; row++)
        {
            _rowTops[row] = y;
            y = this.BoxTop(row) + BoxHeight + LaneRoom(_lanes[row]) + FramePadding + 4;
        }

        Bottom = y;
        foreach (DiagramGrid.FramedCells cells in _grid.Frames)
        {
            int left = this.ColumnX(cells.FirstColumn) - FramePadding;
            int end = cells.LastRow + 1 < _grid.Rows ? _rowTops[cells.LastRow + 1] : Bottom;
            piece.Frames.Add(new DiagramFrame(
                cells.Label, left, _rowTops[cells.FirstRow], this.ColumnX(cells.LastColumn) + BoxWidth + FramePadding - left, end - 4 - _rowTops[cells.FirstRow]));
        }
    }

    public DiagramBox Box(PeeringTopologyNode node)
    {
        (int row, int column) = _grid.CellOf(node.VirtualNetworkId);
        return new DiagramBox(node, this.ColumnX(column), this.BoxTop(row), BoxWidth, BoxHeight);
    }

    /// <summary>Where a trunk runs down.</summary>
    public int TrunkX(int trunk) => this.CenterX + (TrunkPitch * trunk);

    /// <summary>Where the trunk of another hub comes down beside this one's box.</summary>
    public int PassX(int trunk) => Hub.Right + TrunkPitch + (Pitch * (trunk - 1));

    /// <summary>Where, to the right of the hub, no line of its own runs up any more.</summary>
    public int ClearX => this.PassX(TrunkOwners.Count - 1) + Pitch;

    public int BusY(int row, int trunk) => _rowTops[row] + FramePadding + (_grid.IsFramed ? FrameLabel : 0) + (Pitch * trunk);

    /// <summary>Where a line below a row runs.</summary>
    public int LaneY(int row, int lane) => this.BoxTop(row) + BoxHeight + Pitch + (Pitch * lane);

    public int SideX(int lane) => X + this.GridWidth + (Pitch * lane);

    /// <summary>The next free place at the lower edge of a box.</summary>
    public int ExitX(DiagramBox box)
    {
        _exits.TryGetValue(box.Node.VirtualNetworkId, out int taken);
        _exits[box.Node.VirtualNetworkId] = taken + 1;
        return box.X + 14 + (taken * 10 % (BoxWidth - 28));
    }

    private int BoxTop(int row) => this.BusY(row, TrunkOwners.Count - 1) + Drop;

    private int ColumnX(int column)
    {
        int content = (_grid.Columns * (BoxWidth + Gap)) + this.Gutter;
        int left = X + ((this.GridWidth - content) / 2) + (Gap / 2);
        return left + (column * (BoxWidth + Gap)) + (2 * column >= _grid.Columns ? this.Gutter : 0);
    }
}
