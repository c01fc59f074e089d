namespace PeeringTools.Ports;

/// <summary>A running lab and the way to rehearse with it.</summary>
internal interface ILabSession : IDisposable
{
    PeeringConnection Connection { get; }

    /// <summary>The estate's name, or the file it was read from.</summary>
    string Estate { get; }

    /// <summary>The tenants the caller is in; assigning others moves it.</summary>
    IReadOnlyList<string> CallerTenants { get; set; }

    /// <summary>Takes actions (wildcards allowed) away from the caller at a scope and below; everything else stays.</summary>
    void Deny(ResourceId? scope, IReadOnlyList<string> actions);

    /// <summary>Gives the caller back all that <see cref="Deny"/> took.</summary>
    void AllowAll();

    /// <summary>The lab's own time, which its clock may be moved away from the machine's.</summary>
    DateTimeOffset Now { get; }

    void AdvanceClock(TimeSpan span);

    TimeSpan Latency { get; set; }

    /// <summary>Every request the lab has answered, oldest first.</summary>
    IReadOnlyList<PeeringLabRequest> Ledger { get; }

    /// <summary>Lets the next matching requests fail as Azure does.</summary>
    void AddFault(LabFaultRequest fault);

    void ClearFaults();

    /// <summary>Sends a raw ARM request to the lab, as its default principal.</summary>
    Task<PeeringLabResponse> SendAsync(string method, string path, string? body, CancellationToken cancellationToken);
}
