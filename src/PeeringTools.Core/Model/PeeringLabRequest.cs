namespace PeeringTools;

/// <summary>One request of the lab's ledger. It never holds a token or a body.</summary>
public sealed class PeeringLabRequest
{
    /// <summary>Place in the ledger, from 1.</summary>
    public int Number { get; set; }

    /// <summary>When it came in, on the lab's clock, in UTC.</summary>
    public DateTime Time { get; set; }

    /// <summary>GET, PUT, PATCH, POST or DELETE.</summary>
    public string Method { get; set; } = "";

    /// <summary>Path and query.</summary>
    public string Path { get; set; } = "";

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>Who asked; null where the request had no valid token.</summary>
    public string? Principal { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Number} {Method} {Path} {Status}";
}
