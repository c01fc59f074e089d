using PeeringTools.Lab.Access;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.Services;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Wire;

/// <summary>State and rules of one lab behind one lock; requests are short and never wait inside it.</summary>
internal sealed class LabEngine
{
    private readonly Router _router;
    private readonly RateLimiter _limiter;
    private readonly Random _jitter = new();

    public LabEngine(LabOptions options)
    {
        Options = options;
        Clock = new LabClock(options);
        Operations = new OperationBook(Ledger);
        Directory = new Access.Directory(Estate);
        Faults = new FaultBook();
        _limiter = new RateLimiter();
        _router = new Router(this);
    }

    public object Gate { get; } = new();

    public LabOptions Options { get; }

    public LabClock Clock { get; }

    public LabLedger Ledger { get; } = new();

    public Estate Estate { get; } = new();

    public OperationBook Operations { get; }

    public Access.Directory Directory { get; }

    public FaultBook Faults { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Takes a request into the ledger, before any latency: two that wait at once are in flight at once.</summary>
    public ArmRequest Arrive(HttpRequestMessage request, byte[] body, bool trusted)
    {
        ArmRequest arm = new(request.Method.Method.ToUpperInvariant(), request.RequestUri!, body)
        {
            Trusted = trusted,
            Authorization = Header(request, "Authorization"),
            AuxiliaryAuthorization = Header(request, "x-ms-authorization-auxiliary"),
            IfMatch = Header(request, "If-Match"),
            IfNoneMatch = Header(request, "If-None-Match"),
        };
        lock (Gate)
        {
            Operations.Sweep(Now);
            arm.Entry = Ledger.Begin(arm.Method, arm.Uri.PathAndQuery, Now, TouchedNetworks.Of(arm, Estate));
            arm.Fault = trusted ? null : Faults.Strike(arm);
        }

        return arm;
    }

    /// <summary>How long the answer of a request lets wait for itself.</summary>
    public TimeSpan LatencyOf(ArmRequest arm)
    {
        lock (Gate)
        {
            TimeSpan jitter = TimeSpan.FromTicks((long)(Options.Jitter.Ticks * _jitter.NextDouble()));
            return Options.Latency + jitter + (arm.Fault?.Effect == LabFaultEffect.Delay ? arm.Fault.Duration : TimeSpan.Zero);
        }
    }

    public HttpResponseMessage Answer(HttpRequestMessage request, byte[] body, bool trusted) => Answer(request, Arrive(request, body, trusted));

    public HttpResponseMessage Answer(HttpRequestMessage request, ArmRequest arm)
    {
        lock (Gate)
        {
            LabFault? fault = arm.Fault;
            LabRequest entry = arm.Entry!;
            ArmAnswer? answer = null;
            try
            {
                FaultBook.BeforeServing(fault);
                answer = FaultBook.InsteadOfServing(fault, arm) ?? Serve(arm);
                entry.Status = answer.Status;
                entry.ErrorCode = answer.ErrorCode;
                FaultBook.AfterServing(fault, answer, entry);
                HttpResponseMessage message = LabHandler.Message(request, answer, Now, Estate.Ids);
                FaultBook.Twist(fault, message);
                return message;
            }
            finally
            {
                if (answer?.Started is Operation { Status: OperationStatus.InProgress } running)
                {
                    running.Entry = entry;
                    if (arm.Trusted && running.EndsWhenAsked)
                    {
                        Operations.End(running, Now);
                    }
                }
                else
                {
                    Ledger.End(entry, Now);
                }
            }
        }
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    private ArmAnswer Serve(ArmRequest arm)
    {
        ArmAnswer answer;
        try
        {
            Operations.Sweep(Now);
            Directory.Authenticate(arm, Options, Now);
            arm.Entry!.PrincipalId = arm.Caller.Id;
            _limiter.Take(arm, Options, Now);
            answer = _router.Route(arm);
        }
        catch (ArmException refused)
        {
            answer = refused.Error.ToAnswer();
        }

        _limiter.AddHeaders(arm, answer);
        return answer;
    }
}
