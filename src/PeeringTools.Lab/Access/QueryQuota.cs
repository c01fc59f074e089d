using System.Globalization;

namespace PeeringTools.Lab.Access;

/// <summary>Resource Graph's quota: 15 queries in 5 seconds for each caller, in windows that begin with a query.</summary>
internal sealed class QueryQuota
{
    private const int Queries = 15;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (int Left, DateTimeOffset Ends)> _windows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes one query; false when there is none left.</summary>
    public bool Take(string caller, DateTimeOffset now)
    {
        (int left, DateTimeOffset ends) = _windows.TryGetValue(caller, out (int Left, DateTimeOffset Ends) known) && known.Ends > now ? known : (Queries, now + Window);
        _windows[caller] = (Math.Max(0, left - 1), ends);
        return left > 0;
    }

    /// <summary>The headers of every answer, also of a refusal; there is no Retry-After beside them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers(string caller, DateTimeOffset now)
    {
        (int left, DateTimeOffset ends) = _windows[caller];
        TimeSpan rest = TimeSpan.FromSeconds(Math.Ceiling((ends - now).TotalSeconds));
        yield return new KeyValuePair<string, string>("x-ms-user-quota-remaining", left.ToString(CultureInfo.InvariantCulture));
        yield return new KeyValuePair<string, string>("x-ms-user-quota-resets-after", rest.ToString("hh':'mm':'ss", CultureInfo.InvariantCulture));
    }
}
