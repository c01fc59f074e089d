using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Wire;

/// <summary>The faults in force and what they do to a request and its answer.</summary>
internal sealed class FaultBook
{
    private readonly List<LabFault> _faults = [];

    public IReadOnlyList<LabFault> All => [.. _faults];

    public void Add(LabFault fault) => _faults.Add(fault);

    public void Clear() => _faults.Clear();

    /// <summary>The first fault that strikes this request; every fault that matches counts it.</summary>
    public LabFault? Strike(ArmRequest request)
    {
        LabFault? struck = null;
        foreach (LabFault fault in _faults.Where(f => Matches(f, request)))
        {
            fault.Seen++;
            if (struck is null && fault.Seen > fault.Skip && (fault.Times is null || fault.Struck < fault.Times))
            {
                fault.Struck++;
                struck = fault;
            }
        }

        return struck;
    }

    public static void BeforeServing(LabFault? fault)
    {
        if (fault?.Effect == LabFaultEffect.DropBefore)
        {
            throw new HttpRequestException("The connection was closed before an answer came (lab fault).");
        }
    }

    /// <summary>The answer of a fault that carries nothing out; null when the request is served.</summary>
    public static ArmAnswer? InsteadOfServing(LabFault? fault, ArmRequest request) => fault?.Effect switch
    {
        LabFaultEffect.Status => StatusAnswer(fault),
        LabFaultEffect.Redirect => new ArmAnswer(307).With("Location", "https://" + fault.Host + request.Uri.PathAndQuery),
        _ => null,
    };

    public static void AfterServing(LabFault? fault, ArmAnswer answer, LabRequest entry)
    {
        switch (fault?.Effect)
        {
            case LabFaultEffect.DropAfter:
                entry.Status = 0;
                throw new HttpRequestException("The connection was closed before the answer came (lab fault).");
            case LabFaultEffect.NextLinkTo:
                answer.Body = Encoding.UTF8.GetBytes(
                    Regex.Replace(Encoding.UTF8.GetString(answer.Body), "\"nextLink\":\"https?://[^/\"]+", "\"nextLink\":\"https://" + fault.Host));
                break;
            case LabFaultEffect.LocationTo:
                for (int i = 0; i < answer.Headers.Count; i++)
                {
                    if (answer.Headers[i].Key is "Location" or "Azure-AsyncOperation")
                    {
                        UriBuilder moved = new(new Uri("https://" + fault.Host)) { Path = new Uri(answer.Headers[i].Value).AbsolutePath, Query = new Uri(answer.Headers[i].Value).Query.TrimStart('?') };
                        answer.Headers[i] = new KeyValuePair<string, string>(answer.Headers[i].Key, moved.Uri.AbsoluteUri);
                    }
                }

                break;
        }
    }

    public static void Twist(LabFault? fault, HttpResponseMessage message)
    {
        switch (fault?.Effect)
        {
            case LabFaultEffect.TruncateBody:
                byte[] whole = Body(message);
                message.Content = WireStream.Content([.. whole.Take(whole.Length / 2)], "application/json");
                break;
            case LabFaultEffect.BreakBody:
                message.Content = WireStream.Content(new BrokenStream(Body(message)), Body(message).Length, "application/json");
                break;
            case LabFaultEffect.InflateBody:
                InflatedStream inflated = new(Body(message), fault.Size);
                message.Content = WireStream.Content(inflated, inflated.Total, "application/json");
                break;
            case LabFaultEffect.WrongContentType:
                message.Content = WireStream.Content(Encoding.UTF8.GetBytes("<html><body>Sign in to continue.</body></html>"), "text/html");
                break;
        }
    }

    private static byte[] Body(HttpResponseMessage message) => message.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();

    private static ArmAnswer StatusAnswer(LabFault fault)
    {
        ArmError error = ArmError.FrontEnd((int)fault.Status, fault.Code, fault.Message);
        if (fault.RetryAfterSeconds is int seconds)
        {
            error.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        }
        else if (fault.RetryAfterDate is DateTimeOffset date)
        {
            error.With("Retry-After", date.ToString("r", CultureInfo.InvariantCulture));
        }

        if (fault.Challenge is string challenge)
        {
            error.With("WWW-Authenticate", challenge);
        }

        return error.ToAnswer();
    }

    private static bool Matches(LabFault fault, ArmRequest request) =>
        (fault.Method is null || string.Equals(fault.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || Regex.IsMatch(Uri.UnescapeDataString(request.Uri.AbsolutePath), Pattern(fault.Path), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static string Pattern(string wildcards) =>
        "^" + Regex.Escape(wildcards).Replace("\\*", ".*").Replace("\\?", ".") + "$";
}
