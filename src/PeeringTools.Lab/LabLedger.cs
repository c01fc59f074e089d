namespace PeeringTools.Lab;

/// <summary>What was asked of a lab, in the order of arrival. Bodies and tokens are not kept.</summary>
public sealed class LabLedger
{
    private readonly object _gate = new();
    private readonly List<LabRequest> _requests = [];
    private readonly List<LabRequest> _open = [];
    private readonly List<LabOverlap> _overlaps = [];
    private int _number;

    /// <summary>All requests, oldest first.</summary>
    public IReadOnlyList<LabRequest> Requests { get { lock (_gate) return [.. _requests]; } }

    /// <summary>The requests that could change something: PUT, PATCH, DELETE and POST.</summary>
    public IReadOnlyList<LabRequest> WriteRequests { get { lock (_gate) return [.. _requests.Where(r => r.IsWrite)]; } }

    /// <summary>How many requests could change something.</summary>
    public int Writes { get { lock (_gate) return _requests.Count(r => r.IsWrite); } }

    /// <summary>Requests without an answer yet, and writes whose operation still runs.</summary>
    public IReadOnlyList<LabRequest> InFlight { get { lock (_gate) return [.. _open]; } }

    /// <summary>Every two writes that were under way at the same time and touched one virtual network, from either end of a peering.</summary>
    public IReadOnlyList<LabOverlap> OverlappingWrites { get { lock (_gate) return [.. _overlaps]; } }

    /// <summary>Forgets what was asked so far; what is under way stays known.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _overlaps.Clear();
        }
    }

    internal LabRequest Begin(string method, string pathAndQuery, DateTimeOffset now, IReadOnlyList<string> networks)
    {
        lock (_gate)
        {
            LabRequest request = new(++_number, method, pathAndQuery, now, networks);
            if (request.IsWrite)
            {
                foreach (LabRequest other in _open)
                {
                    string? shared = other.IsWrite ? other.Networks.FirstOrDefault(n => networks.Contains(n, StringComparer.OrdinalIgnoreCase)) : null;
                    if (shared is not null)
                    {
                        _overlaps.Add(new LabOverlap(other, request, shared));
                    }
                }
            }

            _requests.Add(request);
            _open.Add(request);
            return request;
        }
    }

    internal void End(LabRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            request.Ended = now;
            _open.Remove(request);
        }
    }
}

/// <summary>Two writes that were under way at once and touched one network.</summary>
/// <param name="First">The one that was there.</param>
/// <param name="Second">The one that came meanwhile.</param>
/// <param name="VirtualNetworkId">The network.</param>
public sealed record LabOverlap(LabRequest First, LabRequest Second, string VirtualNetworkId);
