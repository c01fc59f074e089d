using System.Text.Json.Nodes;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Soak;

/// <summary>Lets one request of twenty go wrong, each time in another way.</summary>
internal sealed class FaultFeeder(ServerControl server, int seed)
{
    /// <summary>A fault of an operation passes over everything but writes, so more are laid out than strike.</summary>
    private const int OneOf = 13;
    private const int Supply = 100;

    private static readonly JsonObject[] Kinds =
    [
        new() { ["effect"] = "Status", ["status"] = 429, ["code"] = "TooManyRequests", ["retryAfterSeconds"] = 1 },
        new() { ["effect"] = "Status", ["status"] = 503, ["code"] = "ServerTimeout" },
        new() { ["effect"] = "Status", ["status"] = 500, ["code"] = "InternalServerError" },
        new() { ["effect"] = "Status", ["status"] = 409, ["code"] = "AnotherOperationInProgress" },
        new() { ["effect"] = "Status", ["status"] = 401, ["code"] = "ExpiredAuthenticationToken" },
        new() { ["effect"] = "Status", ["status"] = 403, ["code"] = "AuthorizationFailed" },
        new() { ["effect"] = "DropBefore" },
        new() { ["effect"] = "DropAfter" },
        new() { ["effect"] = "TruncateBody" },
        new() { ["effect"] = "BreakBody" },
        new() { ["effect"] = "WrongContentType" },
        new() { ["effect"] = "SlowOperation", ["durationSeconds"] = 1 },
        new() { ["effect"] = "FailOperation", ["code"] = "InternalServerError" },
        new() { ["effect"] = "Delay", ["durationSeconds"] = 0.5 },
    ];

    private readonly Random _random = new(seed);

    /// <summary>How many have struck, those of earlier supplies included.</summary>
    public int Struck { get; private set; }

    /// <summary>Puts a new supply in place of what is left of the one before it.</summary>
    public void Refill()
    {
        this.Clear();
        for (int number = 0; number < Supply; number++)
        {
            JsonObject fault = Kinds[_random.Next(Kinds.Length)].DeepClone().AsObject();
            fault["path"] = "*/providers/Microsoft.*";
            fault["skip"] = (number * OneOf) + _random.Next(OneOf);
            server.AddFault(fault);
        }
    }

    public void Clear()
    {
        Struck += server.Do("GET", "faults")["faults"]!.AsArray().Sum(fault => (int)fault!["struck"]!);
        server.ClearFaults();
    }
}
