using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PeeringTools.Changes;

/// <summary>
/// Lets one change at a time touch a network. A write to one side makes both its networks busy for Azure, so a change
/// takes both; it stands in both queues from one moment on, and therefore no two changes can wait for each other.
/// </summary>
/// <remarks>First come, first served: whoever is first in all its queues goes, and nobody is overtaken.</remarks>
internal sealed class NetworkGate
{
    private static readonly ConcurrentDictionary<Uri, NetworkGate> Endpoints = new();
    private static readonly ConditionalWeakTable<PeeringConnection, NetworkGate> Labs = new();

    private readonly object _lock = new();
    private readonly Dictionary<ResourceId, LinkedList<GateTicket>> _queues = [];

    /// <summary>The gate that every command of this process shares, per endpoint and per lab.</summary>
    public static NetworkGate For(PeeringConnection connection) => connection.IsLab
        ? Labs.GetValue(connection, _ => new NetworkGate())
        : Endpoints.GetOrAdd(connection.Endpoint, _ => new NetworkGate());

    /// <summary>Takes a place in the queues at once; <see cref="GateTicket.Granted"/> says when it is this change's turn.</summary>
    public GateTicket Enter(params ResourceId[] networks)
    {
        GateTicket ticket = new(this, [.. networks.Distinct()]);
        lock (_lock)
        {
            foreach (ResourceId network in ticket.Networks)
            {
                if (!_queues.TryGetValue(network, out LinkedList<GateTicket>? queue)) _queues.Add(network, queue = new());
                if (queue.Count > 0) ticket.Missing++;
                _ = queue.AddLast(ticket);
            }

            if (ticket.Missing == 0) ticket.Grant();
        }

        return ticket;
    }

    /// <summary>Leaves the queues, also from the middle: a change that was given up holds nobody back.</summary>
    internal void Leave(GateTicket ticket)
    {
        lock (_lock)
        {
            foreach (ResourceId network in ticket.Networks)
            {
                if (!_queues.TryGetValue(network, out LinkedList<GateTicket>? queue)) continue;
                bool wasFirst = queue.First?.Value == ticket;
                if (!queue.Remove(ticket)) continue;
                if (queue.Count == 0) _ = _queues.Remove(network);
                else if (wasFirst && --queue.First!.Value.Missing == 0) queue.First.Value.Grant();
            }
        }
    }
}
