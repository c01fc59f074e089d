using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.State;

/// <summary>Everything that exists.</summary>
internal sealed class Estate
{
    /// <summary>The tenant of subscriptions that nothing assigns to another.</summary>
    public static readonly string DefaultTenantId = IdSource.Named("tenant/contoso").ToString();

    public IdSource Ids { get; } = new();

    public Dictionary<string, LabTenant> Tenants { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Subscription> Subscriptions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ManagementGroups Groups { get; } = new();

    public List<ResourceLock> Locks { get; } = [];

    /// <summary>Gateways and route servers by the network they stand in.</summary>
    public GatewayIndex Gateways { get; } = new();

    /// <summary>The types of what is stored; a list of any other type is an error, not an empty answer.</summary>
    public HashSet<string> StoredTypes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that is stored, wherever it is.</summary>
    public IEnumerable<StoredResource> Stored => Subscriptions.Values.SelectMany(s => s.Groups.Values).SelectMany(g => g.Others.Values);

    public StoredResource? Find(string? id) =>
        id?.Split('/') is { Length: > 5 } parts
        && Subscriptions.TryGetValue(parts[2], out Subscription? subscription)
        && subscription.Groups.TryGetValue(parts[4], out ResourceGroup? group)
        && group.Others.TryGetValue(id, out StoredResource? resource)
            ? resource
            : null;

    public void Store(ResourceGroup group, StoredResource resource)
    {
        ChildKind.Complete(resource);
        DefaultRules.AddTo(resource);
        Associations.Forget(resource);
        resource.Touch(Ids);
        if (group.Others.TryGetValue(resource.Id, out StoredResource? before))
        {
            Leave(before);
        }

        group.Others[resource.Id] = resource;
        StoredTypes.Add(resource.Type);
        Enter(resource);
        if (GatewayIndex.Concerns(resource.Type))
        {
            Gateways.Put(resource);
            ForgetBodies();
        }
    }

    public void Discard(ResourceGroup group, StoredResource resource)
    {
        group.Others.Remove(resource.Id);
        Gateways.Remove(resource.Id);
        Leave(resource);
        ForgetBodies();
    }

    private void Enter(StoredResource resource)
    {
        foreach ((Subnet subnet, string configurationId) in Places(resource))
        {
            if (!subnet.IpConfigurations.Contains(configurationId, StringComparer.OrdinalIgnoreCase))
            {
                subnet.IpConfigurations.Add(configurationId);
            }
        }
    }

    /// <summary>What occupied a subnet no longer does.</summary>
    private void Leave(StoredResource resource)
    {
        foreach ((Subnet subnet, string configurationId) in Places(resource))
        {
            subnet.IpConfigurations.RemoveAll(id => string.Equals(id, configurationId, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The subnets that show a resource; their networks' bodies are written anew.</summary>
    private List<(Subnet Subnet, string ConfigurationId)> Places(StoredResource resource)
    {
        List<(Subnet, string)> places = [];
        foreach ((string subnetId, string configurationId, _) in Occupancy.Concerns(resource.Type) ? Occupancy.Of(resource) : [])
        {
            if (SubnetOf(subnetId) is Subnet subnet)
            {
                subnet.Parent.Cached = null;
                places.Add((subnet, configurationId));
            }
        }

        return places;
    }

    public Subnet? SubnetOf(string? subnetId)
    {
        int cut = subnetId?.IndexOf("/subnets/", StringComparison.OrdinalIgnoreCase) ?? -1;
        return cut < 0 ? null : Network(subnetId!.Substring(0, cut))?.FindSubnet(subnetId.Substring(cut + "/subnets/".Length));
    }

    public LabTenant Tenant(string id, string name)
    {
        if (!Tenants.TryGetValue(id, out LabTenant? tenant))
        {
            Tenants[id] = tenant = new LabTenant(id, name);
        }

        return tenant;
    }

    public Subscription Subscription(string id, string name, string tenantId)
    {
        if (!Subscriptions.TryGetValue(id, out Subscription? subscription))
        {
            Tenant(tenantId, $"Directory {tenantId.Split('-')[0]}");
            Subscriptions[id] = subscription = new Subscription(id, name, tenantId);
        }

        return subscription;
    }

    public static ResourceGroup Group(Subscription subscription, string name, string location)
    {
        if (!subscription.Groups.TryGetValue(name, out ResourceGroup? group))
        {
            subscription.Groups[name] = group = new ResourceGroup(subscription, name, location);
        }

        return group;
    }

    public VirtualNetwork Add(ResourceGroup group, string name, string location, Guid? resourceGuid = null)
    {
        VirtualNetwork network = new(group, name, location, resourceGuid ?? Ids.Next());
        network.Touch(Ids);
        group.Networks[name] = network;
        group.Subscription.NetworksChanged();
        return network;
    }

    public VirtualNetwork? Network(string? id)
    {
        // /subscriptions/{s}/resourceGroups/{g}/providers/Microsoft.Network/virtualNetworks/{v}
        string[] parts = id?.Split('/') ?? [];
        return parts.Length == 9
            && Subscriptions.TryGetValue(parts[2], out Subscription? subscription)
            && subscription.Groups.TryGetValue(parts[4], out ResourceGroup? group)
            && group.Networks.TryGetValue(parts[8], out VirtualNetwork? network)
            ? network
            : null;
    }

    /// <summary>Every half that names this network as its remote, wherever it is; rare events look through all networks for it.</summary>
    public IEnumerable<Peering> PointingAt(string networkId) =>
        Subscriptions.Values.SelectMany(s => s.Networks).SelectMany(n => n.Peerings).Where(p => string.Equals(p.RemoteId, networkId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Bodies show what other networks and gateways are; when those come or go without a write, bodies are written anew.</summary>
    public void ForgetBodies()
    {
        foreach (VirtualNetwork network in Subscriptions.Values.SelectMany(s => s.Networks))
        {
            network.Cached = null;
        }
    }

    /// <summary>The other half, when it exists.</summary>
    public Peering? Counterpart(Peering peering) => Network(peering.RemoteId)?.PeeringTo(peering.Parent.Id);
}
