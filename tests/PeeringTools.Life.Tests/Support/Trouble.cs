using System.Net;

namespace PeeringTools.Life.Tests.Support;

/// <summary>The faults that strike at a chosen call, by name.</summary>
internal static class Trouble
{
    public static readonly string[] Names =
    [
        "drop before", "drop after", "500", "503", "403", "409", "409 busy", "429", "412", "slow operation", "endless operation", "failing operation", "truncated body", "broken body", "html",
    ];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="skip">Calls that pass first.</param>
    /// <param name="times">How often it strikes; null for ever.</param>
    public static LabFault Of(string name, int skip, int? times)
    {
        LabFault fault = name switch
        {
            "drop before" => new LabFault { Effect = LabFaultEffect.DropBefore },
            "drop after" => new LabFault { Effect = LabFaultEffect.DropAfter },
            "slow operation" => new LabFault { Effect = LabFaultEffect.SlowOperation, Duration = TimeSpan.FromMinutes(5) },
            "endless operation" => new LabFault { Effect = LabFaultEffect.SlowOperation, Duration = TimeSpan.FromHours(2) },
            "failing operation" => new LabFault { Effect = LabFaultEffect.FailOperation, Code = "NetworkFailure" },
            "truncated body" => new LabFault { Effect = LabFaultEffect.TruncateBody },
            "broken body" => new LabFault { Effect = LabFaultEffect.BreakBody },
            "html" => new LabFault { Effect = LabFaultEffect.WrongContentType },
            "409 busy" => Status(409, "AnotherOperationInProgress"),
            "409" => Status(409, "Conflict"),
            "429" => Status(429, "TooManyRequests", 10),
            "503" => Status(503, "ServerTimeout", 5),
            "403" => Status(403, "AuthorizationFailed"),
            "412" => Status(412, "PreconditionFailed"),
            _ => Status(500, "InternalServerError"),
        };
        (fault.Skip, fault.Times) = (skip, times);
        return fault;
    }

    private static LabFault Status(int status, string code, int? retryAfter = null) =>
        new() { Effect = LabFaultEffect.Status, Status = (HttpStatusCode)status, Code = code, RetryAfterSeconds = retryAfter };
}
