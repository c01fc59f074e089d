using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>A run above the hubs: a pair of two hubs, or the trunk of one hub on its way into another's block.</summary>
/// <param name="From">The hub it starts at.</param>
/// <param name="To">The block it leads to.</param>
/// <param name="Link">The pair; null for a trunk.</param>
internal sealed record HubRun(HubBlock From, HubBlock To, PeeringTopologyLink? Link)
{
    public int StartX { get; set; }

    public int EndX { get; set; }

    public int Lane { get; set; }
}

/// <summary>Finds the places of all runs above the hubs.</summary>
internal static class HubRuns
{
    /// <summary>Needs the blocks' places along the row; gives how many lanes the runs take.</summary>
    public static int Arrange(IReadOnlyList<HubBlock> blocks, IReadOnlyList<HubRun> runs)
    {
        foreach (HubBlock block in blocks) Spread(block, runs);
        foreach (HubRun run in runs.Where(run => run.Link is null)) run.EndX = run.To.PassX(run.To.TrunkOwners.IndexOf(run.From.HubNode.VirtualNetworkId));
        HubLanes lanes = new();
        foreach (HubRun run in runs.OrderBy(run => Math.Min(run.StartX, run.EndX)).ThenBy(run => Math.Max(run.StartX, run.EndX)))
            run.Lane = lanes.Take(Math.Min(run.StartX, run.EndX), Math.Max(run.StartX, run.EndX));
        return lanes.Count;
    }

    /// <summary>Spreads a hub's runs over its upper edge, those to the left on the left.</summary>
    private static void Spread(HubBlock block, IReadOnlyList<HubRun> runs)
    {
        HubRun[] own = [.. runs
            .Where(run => run.From == block || (run.To == block && run.Link is not null))
            .OrderBy(run => (run.From == block ? run.To : run.From).X)];
        for (int i = 0; i < own.Length; i++)
        {
            int x = block.Hub.X + ((i + 1) * HubWidth / (own.Length + 1));
            if (own[i].From == block) own[i].StartX = x;
            else own[i].EndX = x;
        }
    }
}
