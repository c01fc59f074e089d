namespace PeeringTools.Topology;

/// <summary>Finds the networks without which their component would fall apart.</summary>
/// <remarks>Tarjan's depth-first search with a stack of its own: a chain of thousands of networks must not exhaust the thread's.</remarks>
internal static class CutVertices
{
    public static bool[] Of(NetworkGraph graph)
    {
        bool[] cuts = new bool[graph.Count];
        int[] entered = new int[graph.Count];
        int[] lowest = new int[graph.Count];
        int clock = 0;
        for (int root = 0; root < graph.Count; root++)
        {
            if (entered[root] == 0) Search(graph, root, cuts, entered, lowest, ref clock);
        }

        return cuts;
    }

    private static void Search(NetworkGraph graph, int root, bool[] cuts, int[] entered, int[] lowest, ref int clock)
    {
        Stack<(int Network, int Parent, int Next)> path = [];
        int branches = 0;
        entered[root] = lowest[root] = ++clock;
        path.Push((root, -1, 0));
        while (path.Count > 0)
        {
            (int network, int parent, int next) = path.Pop();
            if (next < graph.PeersOf(network).Count)
            {
                path.Push((network, parent, next + 1));
                int peer = graph.PeersOf(network)[next];
                if (entered[peer] != 0)
                {
                    if (peer != parent) lowest[network] = Math.Min(lowest[network], entered[peer]);
                    continue;
                }

                entered[peer] = lowest[peer] = ++clock;
                if (network == root) branches++;
                path.Push((peer, network, 0));
            }
            else if (parent >= 0)
            {
                lowest[parent] = Math.Min(lowest[parent], lowest[network]);
                if (parent != root && lowest[network] >= entered[parent]) cuts[parent] = true;
            }
        }

        cuts[root] = branches > 1;
    }
}
