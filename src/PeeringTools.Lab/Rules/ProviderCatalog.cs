using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>The resource providers that clients ask for before they send anything else: which types there are, under which api-versions.</summary>
internal static class ProviderCatalog
{
    private static readonly string[] Network = [.. Enumerable.Reverse(ApiVersion.Network)];
    private static readonly string[] PrivateDns = ["2024-06-01", "2020-06-01", "2020-01-01", "2018-09-01"];
    private static readonly string[] Compute = ["2024-07-01", "2024-03-01", "2023-09-01", "2022-08-01", "2021-07-01", "2020-06-01", "2019-03-01"];
    private static readonly string[] Resources = ["2022-12-01", "2022-09-01", "2021-04-01", "2021-01-01", "2020-06-01", "2019-10-01", "2018-05-01"];

    private static readonly string[] KeptNetwork =
    [
        "virtualNetworkGateways", "connections", "localNetworkGateways", "networkSecurityGroups", "routeTables", "networkInterfaces", "publicIPAddresses",
        "azureFirewalls", "firewallPolicies", "virtualHubs", "virtualHubs/ipConfigurations", "virtualWans", "privateEndpoints", "natGateways", "bastionHosts",
        "networkWatchers", "ddosProtectionPlans", "networkManagers", "networkManagers/connectivityConfigurations", "networkManagers/networkGroups",
        "networkManagers/networkGroups/staticMembers", "expressRouteCircuits", "loadBalancers", "applicationSecurityGroups",
    ];

    private static readonly string[] KeptDns = ["privateDnsZones", "privateDnsZones/virtualNetworkLinks"];

    private static readonly string[] KeptCompute =
        ["virtualMachines", "virtualMachineScaleSets", "virtualMachineScaleSets/networkInterfaces", "virtualMachineScaleSets/virtualMachines/networkInterfaces"];

    /// <summary>The types that are kept as they came.</summary>
    public static readonly HashSet<string> Stored = new(
        KeptNetwork.Concat(KeptDns).Select(type => "Microsoft.Network/" + type).Concat(KeptCompute.Select(type => "Microsoft.Compute/" + type)),
        StringComparer.OrdinalIgnoreCase);

    private static readonly SortedDictionary<string, (string Type, string[] Versions)[]> Served = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.Authorization"] = [("locks", ["2020-05-01", "2017-04-01", "2016-09-01"]), ("permissions", ["2022-04-01", "2018-07-01", "2015-07-01"])],
        ["Microsoft.Compute"] = [.. Of(Compute, KeptCompute)],
        ["Microsoft.Network"] =
        [
            .. Of(Network, "virtualNetworks", "virtualNetworks/subnets", "virtualNetworks/virtualNetworkPeerings", "networkSecurityGroups/securityRules", "routeTables/routes"),
            .. Of(Network, KeptNetwork),
            .. Of(PrivateDns, KeptDns),
        ],
        ["Microsoft.ResourceGraph"] = [("resources", ["2024-04-01", "2022-10-01", "2021-03-01"])],
        ["Microsoft.Resources"] = [.. Of(Resources, "subscriptions", "tenants", "resourceGroups", "subscriptions/resourceGroups", "tags")],
    };

    /// <summary>Providers that many clients register at their start. They are there, and the lab serves none of their types.</summary>
    private static readonly string[] Bystanders =
    [
        "Microsoft.ApiManagement", "Microsoft.App", "Microsoft.AppConfiguration", "Microsoft.Automation", "Microsoft.Cache", "Microsoft.Cdn", "Microsoft.CognitiveServices",
        "Microsoft.ContainerInstance", "Microsoft.ContainerRegistry", "Microsoft.ContainerService", "Microsoft.CostManagement", "Microsoft.DBforMySQL",
        "Microsoft.DBforPostgreSQL", "Microsoft.DataFactory", "Microsoft.Databricks", "Microsoft.DesktopVirtualization", "Microsoft.DocumentDB", "Microsoft.EventGrid",
        "Microsoft.EventHub", "Microsoft.GuestConfiguration", "Microsoft.HDInsight", "Microsoft.Insights", "Microsoft.KeyVault", "Microsoft.Kusto",
        "Microsoft.Logic", "Microsoft.MachineLearningServices", "Microsoft.Maintenance", "Microsoft.ManagedIdentity", "Microsoft.ManagedServices",
        "Microsoft.Management", "Microsoft.Maps", "Microsoft.NotificationHubs", "Microsoft.OperationalInsights", "Microsoft.OperationsManagement",
        "Microsoft.PolicyInsights", "Microsoft.PowerBIDedicated", "Microsoft.RecoveryServices", "Microsoft.Relay", "Microsoft.Search", "Microsoft.Security",
        "Microsoft.SecurityInsights", "Microsoft.ServiceBus", "Microsoft.ServiceFabric", "Microsoft.SignalRService", "Microsoft.Sql", "Microsoft.Storage",
        "Microsoft.StreamAnalytics", "Microsoft.Web",
    ];

    /// <summary>Every namespace, in order.</summary>
    public static IEnumerable<string> Namespaces => Served.Keys.Concat(Bystanders).OrderBy(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The namespace as Azure writes it; null where there is no such provider.</summary>
    public static string? Find(string name) => Namespaces.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<(string Type, string[] Versions)> TypesOf(string name) =>
        Served.TryGetValue(name, out (string, string[])[]? types) ? types : [];

    private static IEnumerable<(string Type, string[] Versions)> Of(string[] versions, params string[] types) => types.Select(type => (type, versions));
}
