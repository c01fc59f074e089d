using PeeringTools.Lab.Rules;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Finds the service of a path. What is not served is an error that says so, never an empty success.</summary>
internal sealed class Router
{
    private readonly AccessGate _gate;
    private readonly NetworkService _networks;
    private readonly SubnetService _subnets;
    private readonly PeeringService _peerings;
    private readonly OperationService _operations;
    private readonly GroupService _groups;
    private readonly SubscriptionService _subscriptions;
    private readonly TagService _tags;
    private readonly LockService _locks;
    private readonly PermissionService _permissions;
    private readonly StoredResourceService _stored;
    private readonly ChildService _children;
    private readonly GraphService _graph;
    private readonly TrafficService _traffic;
    private readonly WatcherService _watcher;
    private readonly ManagerService _manager;
    private readonly GatewayService _gateways;
    private readonly ResourceListService _resources;
    private readonly ManagementGroupService _managementGroups;

    public Router(LabEngine engine)
    {
        _gate = new AccessGate(engine);
        _operations = new OperationService(engine, _gate);
        _peerings = new PeeringService(engine, _gate, _operations);
        _networks = new NetworkService(engine, _gate, _operations, _peerings);
        _subnets = new SubnetService(engine, _gate, _operations);
        _groups = new GroupService(engine, _gate, _operations);
        _subscriptions = new SubscriptionService(engine, _gate);
        _tags = new TagService(engine, _gate);
        _locks = new LockService(engine, _gate);
        _permissions = new PermissionService(engine, _gate);
        _stored = new StoredResourceService(engine, _gate);
        _children = new ChildService(engine, _gate);
        _graph = new GraphService(engine);
        _traffic = new TrafficService(engine, _gate, _operations);
        _watcher = new WatcherService(engine, _gate, _operations);
        _manager = new ManagerService(engine, _gate);
        _gateways = new GatewayService(engine, _gate);
        _resources = new ResourceListService(engine, _gate);
        _managementGroups = new ManagementGroupService(engine);
    }

    public ArmAnswer Route(ArmRequest request)
    {
        ArmPath path = request.Path;
        VersionCheck.Apply(request);
        if (path.Subscription is { Length: > 0 } id)
        {
            _gate.EnterSubscription(request, id);
        }

        if (ProviderService.Serve(request) is ArmAnswer providers)
        {
            return providers;
        }

        if (path.Tail.Count > 0 || path.Namespace is null)
        {
            return _resources.Serve(request) ?? WithoutProvider(request, path);
        }

        if (path.Scope is not null && path.IsType("Microsoft.Authorization", "locks"))
        {
            return _locks.Serve(request);
        }

        if (path.Scope is not null && path.IsType("Microsoft.Authorization", "permissions"))
        {
            return _permissions.Serve(request);
        }

        if (path.Scope is not null && path.IsType("Microsoft.Resources", "tags"))
        {
            return _tags.Serve(request);
        }

        if (path.Scope is null && GraphService.Serves(request))
        {
            return _graph.Serve(request);
        }

        return path.Scope is null ? Provider(request, path) : throw Unserved(request);
    }

    private ArmAnswer WithoutProvider(ArmRequest request, ArmPath path)
    {
        if (path.Namespace is not null || (path.Tail.Count > 0 && path.AtGroups))
        {
            throw Unserved(request);
        }

        return path.AtGroups ? _groups.Serve(request)
            : path.Tail.Count == 2 && Is(path.Tail[0], "operationresults") ? _operations.GroupResult(request, path.Tail[1])
            : _subscriptions.Serve(request) ?? throw Unserved(request);
    }

    private ArmAnswer Provider(ArmRequest request, ArmPath path)
    {
        if (path.Subscription is null || path.Types.Count == 0)
        {
            return _subscriptions.Serve(request) ?? _managementGroups.Serve(request) ?? throw Unserved(request);
        }

        if (!Is(path.Namespace, "Microsoft.Network"))
        {
            return ProviderCatalog.Find(path.Namespace!) is null && !_stored.IsServed(path.Type) ? throw FrontEndErrors.InvalidNamespace(path.Namespace!) : _stored.Serve(request);
        }

        if (Is(path.Types[0], "locations"))
        {
            return _operations.Serve(request) ?? throw Unserved(request);
        }

        if (!Is(path.Types[0], "virtualNetworks"))
        {
            return _traffic.Serve(request) ?? _watcher.Serve(request) ?? _gateways.Serve(request) ?? _children.Serve(request) ?? _stored.Serve(request);
        }

        return path.Types.Count == 1 ? _networks.Serve(request)
            : path.IsType("Microsoft.Network", "virtualNetworks", "virtualNetworkPeerings") ? _peerings.Serve(request)
            : path.IsType("Microsoft.Network", "virtualNetworks", "subnets") ? _subnets.Serve(request)
            : path.IsType("Microsoft.Network", "virtualNetworks", "CheckIPAddressAvailability") ? _networks.CheckAddress(request)
            : path.IsType("Microsoft.Network", "virtualNetworks", "usages") ? _networks.Usages(request)
            : _manager.Serve(request) ?? throw Unserved(request);
    }

    private static bool Is(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static ArmException Unserved(ArmRequest request) =>
        FrontEndErrors.InvalidType(request.Path.Namespace ?? "(none)", request.Uri.AbsolutePath, request.ApiVersion.Text ?? "");
}
