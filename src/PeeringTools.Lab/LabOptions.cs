namespace PeeringTools.Lab;

/// <summary>How a lab behaves. Every property may be changed while the lab runs.</summary>
public sealed class LabOptions
{
    /// <summary>Where time comes from; tests inject a clock that they move.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long operations take and what Retry-After says.</summary>
    public LabPace Pace { get; set; } = LabPace.Instant;

    /// <summary>Time between a request and its answer.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.Zero;

    /// <summary>How much longer than <see cref="Latency"/> an answer may take: anything from nothing to this, evenly.</summary>
    public TimeSpan Jitter { get; set; } = TimeSpan.Zero;

    /// <summary>Whether a request without a token of this lab is answered 401. When off, a request without one may do everything.</summary>
    public bool RequireAuthentication { get; set; } = true;

    /// <summary>
    /// Whether a token was issued by those who may: a sign-in service in front of the lab. When it is set, it decides alone and
    /// the unsigned tokens of <see cref="ArmLab.IssueToken"/> are worth nothing; null accepts those only.
    /// </summary>
    public Func<string, bool>? TokenVerifier { get; set; }

    /// <summary>What tokens may be made for, besides Azure's own names of Resource Manager; a slash at the end does not matter.</summary>
    public IReadOnlyList<string> Audiences { get; set; } = [];

    /// <summary>Where a refused request is told to sign in; ends with a slash.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>Whether an unknown subscription comes into being on first use, in the default tenant.</summary>
    public bool AdmitAnySubscription { get; set; }

    /// <summary>
    /// Members of a peering's properties that are taken beside those of the api-version, kept, and shown as they were
    /// sent: what a later version of the service has and a client does not know yet.
    /// </summary>
    public IReadOnlyList<string> AdmitPeeringMembers { get; set; } = [];

    /// <summary>How many items a list answers before it continues on a nextLink.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether Resource Manager's token buckets are counted and requests beyond them answered 429.</summary>
    public bool EnforceRateLimits { get; set; }
}

/// <summary>How long operations take.</summary>
public enum LabPace
{
    /// <summary>Retry-After says 0 and an operation has ended when it is first asked for.</summary>
    Instant,

    /// <summary>Retry-After and durations as recorded from Azure: 3 seconds for a network, 10 for a peering, 15 for a group.</summary>
    Recorded,
}
