namespace PeeringTools.Ports;

/// <summary>A running lab and the way to rehearse with it.</summary>
internal interface ILabSession : IDisposable
{
    PeeringConnection Connection { get; }

    /// <summary>The lab's own time, which its clock may be moved away from the machine's.</summary>
    DateTimeOffset Now { get; }

    void AdvanceClock(TimeSpan span);

    TimeSpan Latency { get; set; }

    /// <summary>Every request the lab has answered, oldest first.</summary>
    IReadOnlyList<LabLedgerEntry> Ledger { get; }

    /// <summary>Lets the next matching requests fail as Azure does.</summary>
    void AddFault(LabFaultRequest fault);

    void ClearFaults();

    /// <summary>Sends a raw ARM request to the lab, as its default principal.</summary>
    Task<LabResponse> SendAsync(string method, string path, string? body, CancellationToken cancellationToken);
}
