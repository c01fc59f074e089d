using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server;

/// <summary>The lab that is served now. Loading another estate puts a new one in its place; options stay.</summary>
internal sealed class LabHost
{
    private readonly Lock _gate = new();
    private Func<ArmLab> _build = null!;
    private volatile Served _served = null!;

    public LabHost(ServerOptions options)
    {
        Options = new LabOptions
        {
            Latency = options.Latency,
            Jitter = options.Jitter,
            Pace = options.Pace,
            AdmitAnySubscription = options.AdmitAnySubscription,
            PageSize = options.PageSize,
            EnforceRateLimits = options.RateLimits,
        };
        string name = options.Estate ?? (options.Path is null ? "HubSpoke" : "Empty");
        Func<ArmLab> atStart = () =>
        {
            ArmLab lab = ArmLab.FromEstate(name, Options, options.Networks);
            if (options.Path is null) return lab;
            using FileStream file = File.OpenRead(options.Path);
            lab.LoadResources(file);
            return lab;
        };
        this.Serve(atStart, options.Path is null ? name : $"{name} and {Path.GetFileName(options.Path)}");
    }

    public LabOptions Options { get; }

    public Applications Applications { get; } = new();

    public ArmLab Lab => _served.Lab;

    /// <summary>What was loaded.</summary>
    public string Name => _served.Name;

    /// <summary>One client for all requests: a lab's handler has no state of its own.</summary>
    public HttpMessageInvoker Client => _served.Client;

    /// <summary>Loads a built-in estate, and resources into it.</summary>
    /// <exception cref="LabEstateException">The resources are none.</exception>
    /// <exception cref="ArgumentException">There is no such estate.</exception>
    public void Load(string name, int networks, byte[] resources) => this.Serve(
        () =>
        {
            ArmLab lab = ArmLab.FromEstate(name, Options, networks);
            if (resources.Length > 0) lab.LoadResources(new MemoryStream(resources));
            return lab;
        },
        resources.Length > 0 ? name + " and resources" : name);

    /// <summary>The estate that is loaded as it was in the beginning: no requests, no faults, the clock put right.</summary>
    public void Reset() => this.Serve(_build, Name);

    private void Serve(Func<ArmLab> build, string name)
    {
        lock (_gate)
        {
            ArmLab lab = build();
            Applications.Enter(lab);
            _build = build;
            _served = new Served(lab, name, new HttpMessageInvoker(lab.CreateHandler()));
        }
    }

    private sealed record Served(ArmLab Lab, string Name, HttpMessageInvoker Client);
}
