using System.Net;

namespace PeeringTools.Lab;

/// <summary>What goes wrong, and for which requests.</summary>
public sealed class LabFault
{
    /// <summary>The method it applies to; null for any.</summary>
    public string? Method { get; set; }

    /// <summary>A path with <c>*</c> and <c>?</c> as wildcards, without the query; null for any. Case does not matter.</summary>
    public string? Path { get; set; }

    /// <summary>How many matching requests pass before the fault begins.</summary>
    public int Skip { get; set; }

    /// <summary>How often it strikes; null for always.</summary>
    public int? Times { get; set; } = 1;

    /// <summary>What happens.</summary>
    public LabFaultEffect Effect { get; set; }

    /// <summary>The status of <see cref="LabFaultEffect.Status"/>.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.InternalServerError;

    /// <summary>The error code of <see cref="LabFaultEffect.Status"/> and <see cref="LabFaultEffect.FailOperation"/>.</summary>
    public string Code { get; set; } = "InternalServerError";

    /// <summary>The error message.</summary>
    public string Message { get; set; } = "An error occurred.";

    /// <summary>Retry-After in seconds, for <see cref="LabFaultEffect.Status"/>.</summary>
    public int? RetryAfterSeconds { get; set; }

    /// <summary>Retry-After as a date, for <see cref="LabFaultEffect.Status"/>.</summary>
    public DateTimeOffset? RetryAfterDate { get; set; }

    /// <summary>WWW-Authenticate, for <see cref="LabFaultEffect.Status"/>.</summary>
    public string? Challenge { get; set; }

    /// <summary>How long the operation runs, for <see cref="LabFaultEffect.SlowOperation"/>; how much later the answer comes, for <see cref="LabFaultEffect.Delay"/>.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The host (and port) that <see cref="LabFaultEffect.NextLinkTo"/>, <see cref="LabFaultEffect.LocationTo"/> and <see cref="LabFaultEffect.Redirect"/> point at.</summary>
    public string Host { get; set; } = "elsewhere.invalid";

    /// <summary>How many bytes <see cref="LabFaultEffect.InflateBody"/> adds, about.</summary>
    public long Size { get; set; } = 1024 * 1024;

    /// <summary>How often it has struck.</summary>
    public int Struck { get; internal set; }

    internal int Seen { get; set; }
}

/// <summary>The ways a request can go wrong.</summary>
public enum LabFaultEffect
{
    /// <summary>The request is not carried out; an error with status, code, message and Retry-After is answered.</summary>
    Status,

    /// <summary>The connection breaks before the request is carried out.</summary>
    DropBefore,

    /// <summary>The request is carried out, then the connection breaks.</summary>
    DropAfter,

    /// <summary>The long-running operation that the request starts takes longer.</summary>
    SlowOperation,

    /// <summary>The long-running operation that the request starts ends Failed.</summary>
    FailOperation,

    /// <summary>The body ends in the middle.</summary>
    TruncateBody,

    /// <summary>The connection breaks in the middle of the body.</summary>
    BreakBody,

    /// <summary>The body, a JSON object, carries in front of its own a member <c>inflation</c> that is very long.</summary>
    InflateBody,

    /// <summary>The answer comes later.</summary>
    Delay,

    /// <summary>The request is not carried out; 307 points to another host.</summary>
    Redirect,

    /// <summary>The body is an HTML page.</summary>
    WrongContentType,

    /// <summary>A list's nextLink points to another host.</summary>
    NextLinkTo,

    /// <summary>Location and Azure-AsyncOperation point to another host.</summary>
    LocationTo,
}
