using System.Collections;

namespace PeeringTools;

/// <summary>What the lab answered to a raw request.</summary>
public sealed class PeeringLabResponse
{
    /// <summary>HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>The answer's headers, name to value.</summary>
    public Hashtable Headers { get; set; } = [];

    /// <summary>The answer's body as text.</summary>
    public string Body { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Body}";
}
