namespace PeeringTools.Topology;

/// <summary>
/// Networks by number and who is peered with whom. Numbers follow the order of the ids, so that every answer is the same whatever the
/// order of the pairs.
/// </summary>
internal sealed class NetworkGraph
{
    private readonly HashSet<(int, int)> _couples = [];
    private readonly List<int>[] _peers;

    /// <param name="count">How many networks there are.</param>
    /// <param name="couples">Each couple once, in any order.</param>
    public NetworkGraph(int count, IEnumerable<(int One, int Other)> couples)
    {
        _peers = new List<int>[count];
        for (int i = 0; i < count; i++) _peers[i] = [];
        foreach ((int one, int other) in couples)
        {
            _couples.Add(Sorted(one, other));
            _peers[one].Add(other);
            _peers[other].Add(one);
        }

        foreach (List<int> peers in _peers) peers.Sort();
    }

    public int Count => _peers.Length;

    /// <summary>The peers of a network, in order.</summary>
    public IReadOnlyList<int> PeersOf(int network) => _peers[network];

    public bool ArePeered(int one, int other) => _couples.Contains(Sorted(one, other));

    /// <summary>How many couples of these networks are peered.</summary>
    public long CouplesWithin(IReadOnlyCollection<int> networks)
    {
        HashSet<int> among = [.. networks];
        long ends = 0;
        foreach (int network in among)
        {
            // The shorter list decides: a hub's peers are many, each peer's are few.
            ends += _peers[network].Count <= among.Count
                ? _peers[network].Count(among.Contains)
                : among.Count(other => other != network && this.ArePeered(network, other));
        }

        return ends / 2;
    }

    /// <summary>The number of each network's part, from 1, in order of the parts' first networks.</summary>
    /// <param name="follows">Which couples hold together.</param>
    public int[] Parts(Func<int, int, bool> follows)
    {
        int[] part = new int[Count];
        int last = 0;
        Queue<int> open = [];
        for (int start = 0; start < Count; start++)
        {
            if (part[start] != 0) continue;
            part[start] = ++last;
            open.Enqueue(start);
            while (open.Count > 0)
            {
                int network = open.Dequeue();
                foreach (int peer in _peers[network])
                {
                    if (part[peer] != 0 || !follows(network, peer)) continue;
                    part[peer] = last;
                    open.Enqueue(peer);
                }
            }
        }

        return part;
    }

    private static (int, int) Sorted(int one, int other) => one < other ? (one, other) : (other, one);
}
