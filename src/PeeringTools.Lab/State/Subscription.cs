namespace PeeringTools.Lab.State;

/// <summary>A subscription and its groups.</summary>
internal sealed class Subscription
{
    private VirtualNetwork[]? _sorted;

    public Subscription(string id, string name, string tenantId)
    {
        Id = id;
        Name = name;
        TenantId = tenantId;
    }

    public string Id { get; }

    public string Name { get; set; }

    public string TenantId { get; set; }

    public Dictionary<string, string>? Tags { get; set; }

    public Dictionary<string, ResourceGroup> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All networks in the order lists show them: by id, so that a page can go on after any of them.</summary>
    public VirtualNetwork[] Networks =>
        _sorted ??= [.. Groups.Values.SelectMany(g => g.Networks.Values).OrderBy(n => n.Id, StringComparer.OrdinalIgnoreCase)];

    public void NetworksChanged() => _sorted = null;
}

/// <summary>A resource group: networks the lab understands, and other resources it keeps.</summary>
internal sealed class ResourceGroup
{
    public ResourceGroup(Subscription subscription, string name, string location)
    {
        Subscription = subscription;
        Name = name;
        Location = location;
        Id = $"/subscriptions/{subscription.Id}/resourceGroups/{name}";
    }

    public Subscription Subscription { get; }

    public string Name { get; }

    public string Id { get; }

    public string Location { get; }

    public Dictionary<string, string>? Tags { get; set; }

    public bool Deleting { get; set; }

    public Dictionary<string, VirtualNetwork> Networks { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything else, by id.</summary>
    public SortedDictionary<string, StoredResource> Others { get; } = new(StringComparer.OrdinalIgnoreCase);
}
