using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Wire;

/// <summary>The faults in force and what they do to a request and its answer.</summary>
internal sealed class FaultBook
{
    private readonly List<LabFault> _faults = [];

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

    public static ArmAnswer StatusAnswer(LabFault fault)
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

        return error.ToAnswer();
    }

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
        if (fault?.Effect == LabFaultEffect.TruncateBody)
        {
            byte[] whole = message.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            Replace(message, [.. whole.Take(whole.Length / 2)], "application/json");
        }
        else if (fault?.Effect == LabFaultEffect.WrongContentType)
        {
            Replace(message, Encoding.UTF8.GetBytes("<html><body>Sign in to continue.</body></html>"), "text/html");
        }
    }

    private static void Replace(HttpResponseMessage message, byte[] body, string type) => message.Content = WireStream.Content(body, type);

    private static bool Matches(LabFault fault, ArmRequest request) =>
        (fault.Method is null || string.Equals(fault.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || Regex.IsMatch(Uri.UnescapeDataString(request.Uri.AbsolutePath), Pattern(fault.Path), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static string Pattern(string wildcards) =>
        "^" + Regex.Escape(wildcards).Replace("\\*", ".*").Replace("\\?", ".") + "$";
}
