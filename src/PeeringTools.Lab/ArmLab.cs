using System.Text;
using PeeringTools.Lab.Estates;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab;

/// <summary>
/// An in-process stand-in for Azure Resource Manager: subscriptions, groups, virtual networks and their peerings,
/// served over <see cref="HttpMessageHandler"/> with the status codes, headers, bodies and timing of the real service.
/// </summary>
public sealed class ArmLab
{
    private readonly LabEngine _engine;

    /// <summary>Starts a lab that holds nothing: no tenant, no subscription.</summary>
    public ArmLab(LabOptions? options = null)
    {
        Options = options ?? new LabOptions();
        _engine = new LabEngine(Options);
    }

    /// <summary>The names <see cref="FromEstate"/> knows.</summary>
    public static IReadOnlyList<string> EstateNames { get; } = ["Empty", "HubSpoke", "Migration", "Analytics", "Broken", "Large"];

    /// <summary>The names by which Azure's clouds know Resource Manager: what tokens for it are made for.</summary>
    public static IReadOnlyList<string> KnownAudiences => Access.Directory.Audiences;

    /// <summary>How the lab behaves; may be changed while it runs.</summary>
    public LabOptions Options { get; }

    /// <summary>Every request the lab has answered.</summary>
    public LabLedger Ledger => _engine.Ledger;

    /// <summary>The lab's own time: the options' time provider plus what <see cref="AdvanceClock"/> added.</summary>
    public TimeProvider Clock => _engine.Clock;

    /// <summary>The directories of the estate.</summary>
    public IReadOnlyList<LabTenant> Tenants { get { lock (_engine.Gate) return [.. _engine.Estate.Tenants.Values]; } }

    /// <summary>Who may ask for tokens, the default caller first.</summary>
    public IReadOnlyList<LabPrincipal> Principals { get { lock (_engine.Gate) return [.. _engine.Directory.Principals]; } }

    /// <summary>The subscriptions of the estate.</summary>
    public IReadOnlyList<LabSubscription> Subscriptions
    {
        get { lock (_engine.Gate) return [.. _engine.Estate.Subscriptions.Values.Select(s => new LabSubscription(s.Id, s.Name, s.TenantId))]; }
    }

    internal LabEngine Engine => _engine;

    /// <summary>Starts a lab with one of the built-in estates.</summary>
    /// <param name="name">Empty, HubSpoke, Migration, Analytics, Broken or Large; case does not matter.</param>
    /// <param name="options">How the lab behaves.</param>
    /// <param name="networks">How many virtual networks Large has.</param>
    /// <exception cref="ArgumentException">The name is not one of <see cref="EstateNames"/>.</exception>
    public static ArmLab FromEstate(string name, LabOptions? options = null, int networks = 1000)
    {
        string known = EstateNames.FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no estate '{name}'. Known estates: {string.Join(", ", EstateNames)}.", nameof(name));
        ArmLab lab = new(options);
        EstateCatalog.Build(known, lab._engine, networks);
        return lab;
    }

    /// <summary>
    /// Adds resources to the estate: an array, or an object with <c>value</c> or <c>data</c>, of ARM resources, of rows of
    /// <c>az network vnet list -o json</c>, or of Resource Graph rows.
    /// </summary>
    /// <exception cref="LabEstateException">The JSON is not that; the message says which item and why.</exception>
    public void LoadResources(Stream json)
    {
        lock (_engine.Gate)
        {
            ResourceLoader.Load(_engine, json);
        }
    }

    /// <summary>A handler for one client; all handlers of a lab share its state.</summary>
    public HttpMessageHandler CreateHandler() => new LabHandler(_engine);

    /// <summary>Moves the lab's time forward: running operations end, tokens expire.</summary>
    public void AdvanceClock(TimeSpan by) => _engine.Clock.Advance(by);

    /// <summary>Adds a directory, or finds the one with this id.</summary>
    public LabTenant AddTenant(string tenantId, string displayName)
    {
        lock (_engine.Gate) return _engine.Estate.Tenant(tenantId, displayName);
    }

    /// <summary>Adds a subscription to a tenant.</summary>
    public LabSubscription AddSubscription(string subscriptionId, string displayName, string tenantId)
    {
        lock (_engine.Gate)
        {
            Subscription s = _engine.Estate.Subscription(subscriptionId, displayName, tenantId);
            return new LabSubscription(s.Id, s.Name, s.TenantId);
        }
    }

    /// <summary>Adds a management group. Each tenant has one at its root without being asked: it has the tenant's id and all its subscriptions.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="parentId">The group it lies in; null for the tenant's root.</param>
    /// <param name="subscriptionIds">The subscriptions directly in it.</param>
    public void AddManagementGroup(string id, string? parentId, params string[] subscriptionIds)
    {
        lock (_engine.Gate)
        {
            _engine.Estate.Groups.Add(id, parentId, subscriptionIds);
        }
    }

    /// <summary>Adds someone who can ask for tokens in the given tenants, without any rights yet.</summary>
    public LabPrincipal AddPrincipal(string id, string name, params string[] tenantIds)
    {
        lock (_engine.Gate) return _engine.Directory.Add(id, name, tenantIds);
    }

    /// <summary>A bearer token that only this lab accepts.</summary>
    /// <param name="tenantId">The directory it is issued by.</param>
    /// <param name="principalId">One of <see cref="Principals"/>.</param>
    /// <param name="lifetime">How long it is valid on <see cref="Clock"/>; an hour when not given.</param>
    /// <exception cref="ArgumentException">The tenant or the principal is unknown, or the principal is not in the tenant.</exception>
    public string IssueToken(string tenantId, string principalId, TimeSpan? lifetime = null)
    {
        lock (_engine.Gate) return _engine.Directory.IssueToken(tenantId, principalId, lifetime ?? TimeSpan.FromHours(1), Clock.GetUtcNow());
    }

    /// <summary>Lets requests that match go wrong in the way the fault says.</summary>
    public void AddFault(LabFault fault)
    {
        lock (_engine.Gate) _engine.Faults.Add(fault);
    }

    /// <summary>The faults that were added, oldest first; each says how often it has struck.</summary>
    public IReadOnlyList<LabFault> Faults { get { lock (_engine.Gate) return _engine.Faults.All; } }

    /// <summary>Takes all faults away.</summary>
    public void ClearFaults()
    {
        lock (_engine.Gate) _engine.Faults.Clear();
    }

    /// <summary>
    /// One raw ARM call by the lab itself, which may do everything and needs no token: resize a network, lock a group.
    /// At the Instant pace what it starts has ended when it returns.
    /// </summary>
    public HttpResponseMessage Send(string method, string pathAndQuery, string? body = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method.ToUpperInvariant()), new Uri("https://lab.invalid" + pathAndQuery));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return _engine.Answer(request, body is null ? [] : Encoding.UTF8.GetBytes(body), trusted: true);
    }
}
