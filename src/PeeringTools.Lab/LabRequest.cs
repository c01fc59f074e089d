namespace PeeringTools.Lab;

/// <summary>One request in the ledger.</summary>
public sealed class LabRequest
{
    internal LabRequest(int number, string method, string pathAndQuery, DateTimeOffset started, IReadOnlyList<string> networks)
    {
        Number = number;
        Method = method;
        PathAndQuery = pathAndQuery;
        Started = started;
        Networks = networks;
    }

    /// <summary>Its place in the order of arrival, from 1.</summary>
    public int Number { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query as they were sent.</summary>
    public string PathAndQuery { get; }

    /// <summary>When it arrived, on the lab's clock.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>When it was over: for a long-running write the end of its operation. Null while under way.</summary>
    public DateTimeOffset? Ended { get; internal set; }

    /// <summary>The status answered; 0 while under way or when the connection was broken.</summary>
    public int Status { get; internal set; }

    /// <summary>The error code answered, if any.</summary>
    public string? ErrorCode { get; internal set; }

    /// <summary>The object id of the caller, when the token was readable.</summary>
    public string? PrincipalId { get; internal set; }

    /// <summary>The virtual networks a write touches: the peering's parent and its remote, or the network itself.</summary>
    public IReadOnlyList<string> Networks { get; }

    /// <summary>Whether it could change something. A query to Resource Graph is a POST and changes nothing.</summary>
    public bool IsWrite => Method is "PUT" or "PATCH" or "DELETE" or "POST"
        && PathAndQuery.IndexOf("/providers/Microsoft.ResourceGraph/", StringComparison.OrdinalIgnoreCase) < 0;

    /// <inheritdoc/>
    public override string ToString() => $"#{Number} {Method} {PathAndQuery} -> {Status}{(ErrorCode is null ? "" : " " + ErrorCode)}";
}
