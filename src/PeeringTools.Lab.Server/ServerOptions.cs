namespace PeeringTools.Lab.Server;

/// <summary>How a server is started.</summary>
internal sealed record ServerOptions
{
    /// <summary>A built-in estate; null starts from nothing when there is a <see cref="Path"/>, else from HubSpoke.</summary>
    public string? Estate { get; init; }

    /// <summary>A file of resources to load into the estate.</summary>
    public string? Path { get; init; }

    /// <summary>How many networks the estate Large has.</summary>
    public int Networks { get; init; } = 1000;

    /// <summary>Port of the Resource Manager endpoint; 0 takes a free one. The other two are always free ones.</summary>
    public int Port { get; init; }

    public TimeSpan Latency { get; init; }

    public TimeSpan Jitter { get; init; }

    public LabPace Pace { get; init; }

    public bool AdmitAnySubscription { get; init; }

    public int PageSize { get; init; } = 1000;

    public bool RateLimits { get; init; }

    /// <summary>Whether a body is compressed for those who accept it.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>Whether a line per request goes to the log.</summary>
    public bool Log { get; init; }

    /// <summary>Whether the end of standard input ends the server: for those who start it and may die.</summary>
    public bool UntilInputEnds { get; init; }

    /// <summary>Where certificates and token files are written; null makes a folder that is deleted at the end.</summary>
    public string? Folder { get; init; }
}
