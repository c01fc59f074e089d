using System.Globalization;
using System.Text;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Starts long-running operations and answers those who ask for them.</summary>
internal sealed class OperationService
{
    /// <summary>What stands in the body as long as there is no result.</summary>
    private static readonly byte[] Nothing = Encoding.ASCII.GetBytes("null");

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public OperationService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Accepts a write: the answer gets the operation's headers, its end comes with time or with the first poll.</summary>
    public ArmAnswer Accept(ArmRequest request, ArmAnswer answer, Operation operation, int retryAfter, TimeSpan duration)
    {
        bool recorded = _engine.Options.Pace == LabPace.Recorded;
        LabFault? fault = request.Fault;
        bool slow = fault?.Effect == LabFaultEffect.SlowOperation;
        operation.Id = _engine.Estate.Ids.Next();
        operation.SubscriptionId = request.Path.Subscription!;
        operation.ApiVersion = request.ApiVersion.Text;
        operation.EndsWhenAsked = !recorded && !slow;
        // Instant still ends by itself soon after: a client that never polls must not leave a network busy for ever.
        operation.DueAt = _engine.Now + (slow ? fault!.Duration : recorded ? duration : TimeSpan.FromSeconds(1));
        if (fault?.Effect == LabFaultEffect.FailOperation)
        {
            operation.Failure = ArmError.Provider(200, fault.Code, fault.Message);
        }

        _engine.Operations.Start(operation);
        answer.Started = operation;
        answer.RequestId = operation.Id;
        answer.FromProvider = true;
        answer.With("Retry-After", (recorded ? retryAfter : 0).ToString(CultureInfo.InvariantCulture));
        return operation.Region.Length == 0
            ? answer.With("Location", GroupResultUrl(request, operation))
            : operation.Result is not null ? answer.With("Location", Url(request, operation, "operationResults"))
            : WithUrls(answer, request, operation, operation.IsDelete);
    }

    /// <summary>Accepts a computation: its result waits at the Location, and there is no other address to ask.</summary>
    public ArmAnswer Compute(ArmRequest request, string region, ArmAnswer result) =>
        Accept(request, new ArmAnswer(202, Nothing), new Operation { Region = region, Result = result.Body }, 10, TimeSpan.FromSeconds(10));

    /// <summary>The URL that a neighbour is told to wait for.</summary>
    public static string Url(ArmRequest request, Operation operation, string kind = "operations") =>
        $"{request.Origin}/subscriptions/{operation.SubscriptionId}/providers/Microsoft.Network/locations/{operation.Region}/{kind}/{operation.Id}?api-version={operation.ApiVersion}";

    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool results = path.IsType("Microsoft.Network", "locations", "operationResults");
        if (request.Method != "GET" || path.IsCollection || !(results || path.IsType("Microsoft.Network", "locations", "operations")))
        {
            return null;
        }

        Operation? operation = Guid.TryParse(path.Names[1], out Guid id) ? _engine.Operations.Find(id) : null;
        if (operation is null
            || !string.Equals(operation.Region, path.Names[0], StringComparison.OrdinalIgnoreCase)
            || !string.Equals(operation.SubscriptionId, path.Subscription, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.Provider(404, "OperationNotFound", $"Operation {path.Names[1]} not found.").Thrown();
        }

        Poll(operation);
        return results ? Result(request, operation) : Status(operation);
    }

    /// <summary>A group's deletion is followed by its Location only: 202 until it is done, then 200.</summary>
    public ArmAnswer GroupResult(ArmRequest request, string token)
    {
        Operation? operation = Guid.TryParse(FromToken(token), out Guid id) ? _engine.Operations.Find(id) : null;
        if (operation is null || !string.Equals(operation.SubscriptionId, _gate.Subscription(request).Id, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.FrontEnd(404, "JobNotFound", $"The job '{token}' was not found.").Thrown();
        }

        Poll(operation);
        return operation.Status switch
        {
            OperationStatus.InProgress => new ArmAnswer(202).With("Location", GroupResultUrl(request, operation)).With("Retry-After", Wait(operation)),
            OperationStatus.Failed => throw ArmError.FrontEnd(409, operation.Failure!.Code, operation.Failure.Message).Thrown(),
            _ => new ArmAnswer(200),
        };
    }

    private static string GroupResultUrl(ArmRequest request, Operation operation) =>
        $"{request.Origin}/subscriptions/{operation.SubscriptionId}/operationresults/{ToToken(operation.Id)}?api-version={operation.ApiVersion}";

    private static string ToToken(Guid id) => Convert.ToBase64String(Encoding.ASCII.GetBytes(id.ToString())).TrimEnd('=');

    private static string? FromToken(string token)
    {
        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(token.PadRight((token.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Poll(Operation operation)
    {
        if (operation.EndsWhenAsked && operation.Status == OperationStatus.InProgress)
        {
            _engine.Operations.End(operation, _engine.Now);
        }
    }

    private static ArmAnswer WithUrls(ArmAnswer answer, ArmRequest request, Operation operation, bool location)
    {
        answer.With("Azure-AsyncOperation", Url(request, operation));
        if (request.ApiVersion.HasNotification)
        {
            answer.With("Azure-AsyncNotification", "Enabled");
        }

        return location ? answer.With("Location", Url(request, operation, "operationResults")) : answer;
    }

    private string Wait(Operation operation)
    {
        int seconds = (int)Math.Ceiling((operation.DueAt - _engine.Now).TotalSeconds);
        int most = _engine.Options.Pace == LabPace.Recorded ? 10 : 1;
        return (_engine.Options.Pace == LabPace.Recorded ? most : Math.Max(0, Math.Min(seconds, most))).ToString(CultureInfo.InvariantCulture);
    }

    private ArmAnswer Status(Operation operation)
    {
        ArmAnswer answer = ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteString("status", operation.Status.ToString());
            if (operation.Status == OperationStatus.Failed)
            {
                operation.Failure!.Write(w);
            }

            w.WriteEndObject();
        });
        answer.FromProvider = true;
        return operation.Status == OperationStatus.InProgress ? answer.With("Retry-After", Wait(operation)) : answer;
    }

    private ArmAnswer Result(ArmRequest request, Operation operation)
    {
        if (operation.Status == OperationStatus.Failed)
        {
            throw ArmError.Provider(409, operation.Failure!.Code, operation.Failure.Message).Thrown();
        }

        bool running = operation.Status == OperationStatus.InProgress;
        if (operation.Result is byte[] result)
        {
            ArmAnswer computed = new ArmAnswer(running ? 202 : 200, running ? Nothing : result) { FromProvider = true }.With("Location", Url(request, operation, "operationResults"));
            return running ? computed.With("Retry-After", Wait(operation)) : computed;
        }

        ArmAnswer answer = new(running ? 202 : 204) { FromProvider = true, RequestId = operation.Id };
        return WithUrls(running ? answer.With("Retry-After", Wait(operation)) : answer, request, operation, location: true);
    }
}
