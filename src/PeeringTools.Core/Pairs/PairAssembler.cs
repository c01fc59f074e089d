namespace PeeringTools.Pairs;

/// <summary>
/// Puts sides together while networks stream by in any order: a couple leaves the moment both its networks are known,
/// and each couple leaves once. What it keeps are sides that still wait, and a few facts per network.
/// </summary>
internal sealed class PairAssembler
{
    private static readonly Dictionary<ResourceId, PairEnd> NoEnds = [];

    private readonly Dictionary<ResourceId, NetworkFacts> _seen = [];
    private readonly Dictionary<ResourceId, List<PairEnd>> _waiting = [];
    private readonly List<OpenSide> _nonsense = [];
    private readonly NetworkIds _ids = new();

    public int NetworksSeen => _seen.Count;

    /// <summary>Takes one network and gives the couples it completes. A network that comes twice, as pages may shift, counts once.</summary>
    public IReadOnlyList<(PairEnd One, PairEnd Other)> Accept(VirtualNetwork network)
    {
        if (_seen.ContainsKey(network.Id)) return [];
        NetworkFacts facts = NetworkFacts.Of(network);
        _seen.Add(facts.Id, facts);
        _ids.Add(facts.Id);
        Dictionary<ResourceId, PairEnd> incoming = this.TakeWaitingFor(facts.Id);
        List<(PairEnd, PairEnd)> done = new(network.Peerings.Count);
        // A spoke has one peering, and most networks are spokes.
        HashSet<ResourceId>? met = network.Peerings.Count > 1 ? [] : null;
        foreach (PeeringSide side in network.Peerings)
        {
            PairEnd end = PairEnd.Of(facts, side);
            if (this.RemoteOf(side, facts.Id, out string? problem) is not ResourceId remote)
            {
                _nonsense.Add(new OpenSide(end, null, problem));
                continue;
            }

            if (met?.Add(remote) == false) continue;
            if (incoming.TryGetValue(remote, out PairEnd? counterpart))
            {
                _ = incoming.Remove(remote);
                done.Add((counterpart, end));
            }
            else if (_seen.TryGetValue(remote, out NetworkFacts? other))
            {
                done.Add((PairEnd.Of(other, null), end));
            }
            else
            {
                this.Wait(remote, end);
            }
        }

        foreach (PairEnd end in incoming.Values) done.Add((end, PairEnd.Of(facts, null)));
        return done;
    }

    /// <summary>Hands out, and forgets, the sides whose other network never came. Their couples have not been given before.</summary>
    public IReadOnlyList<OpenSide> TakeRemaining()
    {
        List<OpenSide> open = [.. _nonsense];
        foreach (KeyValuePair<ResourceId, List<PairEnd>> waiting in _waiting)
        {
            open.AddRange(waiting.Value.Select(end => new OpenSide(end, waiting.Key, null)));
        }

        _nonsense.Clear();
        _waiting.Clear();
        return open;
    }

    private Dictionary<ResourceId, PairEnd> TakeWaitingFor(ResourceId id)
    {
        if (!_waiting.TryGetValue(id, out List<PairEnd>? ends)) return NoEnds;
        _ = _waiting.Remove(id);
        return ends.ToDictionary(end => end.Network!.Id);
    }

    private void Wait(ResourceId remote, PairEnd end)
    {
        if (!_waiting.TryGetValue(remote, out List<PairEnd>? ends)) _waiting.Add(remote, ends = []);
        ends.Add(end);
    }

    private ResourceId? RemoteOf(PeeringSide side, ResourceId own, out string? problem)
    {
        if (!_ids.TryRead(side.RemoteVirtualNetworkId, out ResourceId? remote, out problem)) return null;
        // A side may wait for long, and the text of the network it waits for is kept already.
        if (remote.Text == side.RemoteVirtualNetworkId) side.RemoteVirtualNetworkId = remote.Text;
        problem = remote.Equals(own) ? PairTexts.RemoteIsItself : null;
        return problem is null ? remote : null;
    }
}
