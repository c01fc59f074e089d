using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>Draws what starts at hubs: pairs of hubs along the lanes above them, trunks and buses, and the drops to their networks.</summary>
internal sealed class HubRoutes(
    DiagramPiece piece, Dictionary<string, HubBlock> blocks, Dictionary<string, HubBlock> homes, Dictionary<string, DiagramBox> boxes)
{
    /// <summary>A trunk beside a drop of another hub leaves its words no room.</summary>
    private const int DropPitch = 14;

    public void DrawRuns(IEnumerable<HubRun> runs)
    {
        foreach (HubRun run in runs.Where(run => run.Link is not null))
        {
            int y = LaneY(run);
            // Beyond the left hub's own lines, which would run through the words.
            int from = (run.StartX < run.EndX ? run.From : run.To).ClearX;
            piece.Lines.Add(new DiagramLine
            {
                Link = run.Link!,
                Own = [new(run.StartX, run.From.Hub.Y), new(run.StartX, y), new(run.EndX, y), new(run.EndX, run.To.Hub.Y)],
                StartsLocal = true,
                LabelAt = new Spot(from, y - 4),
                LabelWidth = Math.Max(run.StartX, run.EndX) - from,
            });
        }
    }

    /// <param name="links">Pairs of a hub and a network that is none.</param>
    /// <param name="runs">The ways of trunks into other hubs' blocks.</param>
    public void DrawMembers(IEnumerable<PeeringTopologyLink> links, IEnumerable<HubRun> runs)
    {
        Dictionary<(HubBlock, HubBlock), HubRun> foreign = runs.Where(run => run.Link is null).ToDictionary(run => (run.From, run.To));
        foreach (IGrouping<(HubBlock Hub, HubBlock Home), PeeringTopologyLink> trunk in links.GroupBy(link => (this.HubOf(link), this.HomeOf(link))))
        {
            int number = trunk.Key.Home.TrunkOwners.IndexOf(trunk.Key.Hub.HubNode.VirtualNetworkId);
            IReadOnlyList<Spot> way = number == 0 ? [new(trunk.Key.Hub.Hub.CenterX, trunk.Key.Hub.Hub.Bottom)] : Way(foreign[trunk.Key], number);
            this.DrawTrunk([.. trunk], trunk.Key.Home, number, way);
        }
    }

    private void DrawTrunk(IReadOnlyList<PeeringTopologyLink> links, HubBlock home, int number, IReadOnlyList<Spot> way)
    {
        int trunkX = home.TrunkX(number);
        Dictionary<int, List<int>> drops = [];
        foreach (PeeringTopologyLink link in links)
        {
            bool startsLocal = blocks.ContainsKey(link.LocalVirtualNetworkId);
            DiagramBox box = boxes[startsLocal ? link.RemoteVirtualNetworkId : link.LocalVirtualNetworkId];
            int row = home.RowOf(box.Node.VirtualNetworkId);
            Spot end = new(box.CenterX - (DropPitch * number), box.Y);
            Spot parting = new(end.X, home.BusY(row, number));
            piece.Lines.Add(new DiagramLine
            {
                Link = link,
                Shared = [.. way, new(trunkX, parting.Y), parting],
                Own = [parting, end],
                StartsLocal = startsLocal,
                LabelAt = number > 1 ? null : new Spot(end.X + (number == 0 ? 7 : -7), end.Y - Drop + 18),
                LabelWidth = ((BoxWidth + Gap) / 2) - Pitch,
                IsLabelLeft = number == 1,
            });
            if (!drops.TryGetValue(parting.Y, out List<int>? along)) drops.Add(parting.Y, along = [trunkX]);
            along.Add(end.X);
        }

        piece.Trunks.Add([.. way, new(trunkX, drops.Keys.Max())]);
        foreach (KeyValuePair<int, List<int>> bus in drops.Where(bus => bus.Value.Min() < bus.Value.Max()))
            piece.Trunks.Add([new(bus.Value.Min(), bus.Key), new(bus.Value.Max(), bus.Key)]);
    }

    /// <summary>Out of the hub's upper edge, along its lane, and down beside the other hub to the middle of its block.</summary>
    private static Spot[] Way(HubRun run, int number)
    {
        (int y, int lower) = (LaneY(run), run.To.Hub.Bottom + (Pitch * number));
        return [new(run.StartX, run.From.Hub.Y), new(run.StartX, y), new(run.EndX, y), new(run.EndX, lower), new(run.To.TrunkX(number), lower)];
    }

    private static int LaneY(HubRun run) => run.From.Hub.Y - Pitch - (HubLane * run.Lane);

    private HubBlock HubOf(PeeringTopologyLink link) => blocks.TryGetValue(link.LocalVirtualNetworkId, out HubBlock? local) ? local : blocks[link.RemoteVirtualNetworkId];

    private HubBlock HomeOf(PeeringTopologyLink link) => homes.TryGetValue(link.LocalVirtualNetworkId, out HubBlock? local) ? local : homes[link.RemoteVirtualNetworkId];
}
