namespace PeeringTools.Ports;

/// <summary>One request of the lab's ledger.</summary>
internal sealed record LabLedgerEntry(int Number, DateTimeOffset Time, string Method, string Path, int Status, string? Principal);

/// <summary>A fault by operation: which requests, how often, and the answer they get instead.</summary>
internal sealed record LabFaultRequest(string Method, string PathPattern, int Times, int Status, string Code, TimeSpan? RetryAfter);

/// <summary>What the lab answered to a raw request.</summary>
internal sealed record LabResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
