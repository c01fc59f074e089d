using System.Globalization;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Access;

/// <summary>Resource Manager's token buckets: per principal, subscription and kind of operation.</summary>
internal sealed class RateLimiter
{
    private static readonly (string Kind, double Burst, double PerSecond) Reads = ("reads", 250, 25);
    private static readonly (string Kind, double Burst, double PerSecond) Writes = ("writes", 200, 10);
    private static readonly (string Kind, double Burst, double PerSecond) Deletes = ("deletes", 200, 10);

    private readonly Dictionary<string, (double Left, DateTimeOffset At)> _buckets = new(StringComparer.OrdinalIgnoreCase);

    public void Take(ArmRequest request, LabOptions options, DateTimeOffset now)
    {
        // Resource Graph has a quota of its own.
        if (Services.GraphService.Serves(request))
        {
            return;
        }

        (string kind, double burst, double perSecond) = Limit(request);
        (double left, DateTimeOffset at) = _buckets.TryGetValue(Key(request), out (double, DateTimeOffset) known) ? known : (burst, now);
        left = Math.Min(burst, left + ((now - at).TotalSeconds * perSecond));
        if (left >= 1)
        {
            _buckets[Key(request)] = (left - 1, now);
            return;
        }

        _buckets[Key(request)] = (left, now);
        if (options.EnforceRateLimits)
        {
            int seconds = (int)Math.Ceiling((1 - left) / perSecond);
            throw ArmError.FrontEnd(429, request.Path.Subscription is null ? "TooManyRequests" : "SubscriptionRequestsThrottled",
                    $"Number of '{kind}' requests for subscription '{request.Path.Subscription}' actor '{request.Caller.Id}' exceeded. Please try again after '{seconds}' seconds after additional tokens are available.")
                .With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)).Thrown();
        }
    }

    public void AddHeaders(ArmRequest request, ArmAnswer answer)
    {
        if (request.Caller is not null && _buckets.TryGetValue(Key(request), out (double Left, DateTimeOffset At) bucket))
        {
            string scope = request.Path.Subscription is null ? "tenant" : "subscription";
            answer.With($"x-ms-ratelimit-remaining-{scope}-{Limit(request).Kind}", ((int)bucket.Left).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static (string Kind, double Burst, double PerSecond) Limit(ArmRequest request) =>
        request.Method switch { "GET" or "HEAD" => Reads, "DELETE" => Deletes, _ => Writes };

    private static string Key(ArmRequest request) => $"{request.Path.Subscription}|{request.Caller.Id}|{Limit(request).Kind}";
}
