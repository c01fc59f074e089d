namespace PeeringTools.Routing;

/// <summary>The stations of one direction as they are passed, and what becomes of the packet.</summary>
/// <param name="direction">Forward or Return.</param>
internal sealed class PathTrace(string direction)
{
    public const string Forward = "Forward";
    public const string Return = "Return";

    private const string Pass = "Pass";
    private const string Stop = "Stop";
    private const string Open = "Unknown";

    private readonly List<PeeringHop> _hops = [];
    private readonly List<string> _said = [];
    private PeeringHop _station = new();
    private bool _wayIsOpen;

    public IReadOnlyList<PeeringHop> Hops => _hops;

    /// <summary>Unknown until the packet has ended somewhere.</summary>
    public PeeringPathVerdict Verdict { get; private set; }

    /// <summary>The first thing that stops the packet or is not known.</summary>
    public string Reason { get; private set; } = "";

    public bool HasEnded { get; private set; }

    /// <summary>Ids of what forwarded the packet.</summary>
    public List<AddressOwner> Appliances { get; } = [];

    public void At(string name, string? id, string? address)
    {
        _said.Clear();
        _station = new PeeringHop { Direction = direction, Number = _hops.Count + 1, Name = name, ResourceId = id, Address = address, Outcome = Pass };
        _hops.Add(_station);
    }

    public void Take(Route route)
    {
        _station.AddressPrefix = route.Prefix?.ToString();
        _station.NextHopType = route.NextHopType;
        _station.NextHopIpAddress = route.NextHopIpAddress;
    }

    public void Say(string text)
    {
        if (text.Length == 0) return;
        _said.Add(text);
        _station.Why = string.Join(" ", _said);
    }

    /// <summary>Something may stop it here. What stops it later stops it all the same.</summary>
    public void Doubt(string why)
    {
        this.Say(why);
        _station.Outcome = Open;
        if (Reason.Length == 0) Reason = why;
    }

    /// <summary>It may go another way from here, so nothing that happens later is certain.</summary>
    public void DoubtWay(string why)
    {
        _wayIsOpen = true;
        this.Doubt(why);
    }

    /// <summary>Nothing is known of what follows.</summary>
    public void Lose(string why)
    {
        this.DoubtWay(why);
        HasEnded = true;
    }

    public void Block(string why)
    {
        this.Say(why);
        _station.Outcome = Stop;
        HasEnded = true;
        if (_wayIsOpen) return;
        Reason = why;
        Verdict = PeeringPathVerdict.Blocked;
    }

    public void Arrive(string how)
    {
        this.Say(how);
        HasEnded = true;
        if (Reason.Length == 0) Verdict = PeeringPathVerdict.Reachable;
    }
}
