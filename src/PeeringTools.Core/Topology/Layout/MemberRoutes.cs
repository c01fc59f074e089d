using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>Pairs of two networks of which neither is a hub: along lanes below the rows, beside the blocks, and below all of them.</summary>
internal sealed class MemberRoutes
{
    private readonly List<Route> _routes = [];

    /// <summary>Takes the lanes, before the blocks are placed: their number decides how high the rows are.</summary>
    public MemberRoutes(IEnumerable<PeeringTopologyLink> links, Dictionary<string, HubBlock> homes)
    {
        foreach (PeeringTopologyLink link in links)
        {
            (HubBlock one, HubBlock other) = (homes[link.LocalVirtualNetworkId], homes[link.RemoteVirtualNetworkId]);
            (int oneRow, int otherRow) = (one.RowOf(link.LocalVirtualNetworkId), other.RowOf(link.RemoteVirtualNetworkId));
            Route route = new(link, one, other) { OneRow = oneRow, OtherRow = otherRow, OneLane = one.TakeLane(oneRow) };
            if (one != other) (route.OneSide, route.OtherSide, route.Bottom) = (one.TakeSideLane(), other.TakeSideLane(), BottomLanes++ % MostLanes);
            else if (oneRow != otherRow) route.OneSide = one.TakeSideLane();
            if (!route.IsWithinRow) route.OtherLane = other.TakeLane(otherRow);
            _routes.Add(route);
        }
    }

    /// <summary>How many lines run below all blocks.</summary>
    public int BottomLanes { get; private set; }

    public void Draw(DiagramPiece piece, Dictionary<string, DiagramBox> boxes, int bottom)
    {
        foreach (Route route in _routes)
        {
            (DiagramBox from, DiagramBox to) = (boxes[route.Link.LocalVirtualNetworkId], boxes[route.Link.RemoteVirtualNetworkId]);
            (int fromX, int toX) = (route.One.ExitX(from), route.Other.ExitX(to));
            int fromY = route.One.LaneY(route.OneRow, route.OneLane);
            List<Spot> way = [new(fromX, from.Bottom), new(fromX, fromY)];
            if (!route.IsWithinRow)
            {
                int toY = route.Other.LaneY(route.OtherRow, route.OtherLane);
                int sideX = route.One.SideX(route.OneSide);
                way.Add(new(sideX, fromY));
                if (route.One != route.Other)
                {
                    int otherX = route.Other.SideX(route.OtherSide);
                    int bottomY = bottom + (Pitch * route.Bottom);
                    way.AddRange([new(sideX, bottomY), new(otherX, bottomY)]);
                    sideX = otherX;
                }

                way.Add(new(sideX, toY));
                fromY = toY;
            }

            way.AddRange([new(toX, fromY), new(toX, to.Bottom)]);
            piece.Lines.Add(new DiagramLine { Link = route.Link, Own = way, StartsLocal = true });
        }
    }

    private sealed record Route(PeeringTopologyLink Link, HubBlock One, HubBlock Other)
    {
        public int OneRow { get; init; }

        public int OtherRow { get; init; }

        public int OneLane { get; init; }

        public int OtherLane { get; set; }

        public int OneSide { get; set; }

        public int OtherSide { get; set; }

        public int Bottom { get; set; }

        public bool IsWithinRow => One == Other && OneRow == OtherRow;
    }
}
