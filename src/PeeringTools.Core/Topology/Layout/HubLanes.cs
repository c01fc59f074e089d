namespace PeeringTools.Topology;

/// <summary>Gives what runs from hub to hub, above them, a lane each: no two that overlap share one.</summary>
internal sealed class HubLanes
{
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    /// <summary>The lanes of runs, given from the left to the right.</summary>
    public int Take(int from, int to)
    {
        int lane = _ends.FindIndex(end => end + DiagramMetrics.Pitch < from);
        if (lane < 0)
        {
            lane = _ends.Count;
            _ends.Add(to);
        }

        _ends[lane] = to;
        return lane;
    }
}
