using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>What stands in networks: machines, rules, routes, names, gateways' far ends.</summary>
internal static class Furniture
{
    /// <summary>A running machine with one interface at the n-th address of a subnet.</summary>
    public static void Machine(this EstateBuilder build, Subnet subnet, string name, uint index)
    {
        ResourceGroup group = subnet.Parent.Group;
        string nicId = $"{group.Id}/providers/Microsoft.Network/networkInterfaces/nic-{name}";
        string machineId = $"{group.Id}/providers/Microsoft.Compute/virtualMachines/vm-{name}";
        build.Store(group, "Microsoft.Network/networkInterfaces", "nic-" + name,
            $$$$"""{"ipConfigurations":[{"name":"primary","id":"{{{{nicId}}}}/ipConfigurations/primary","properties":{"provisioningState":"Succeeded","privateIPAddress":"{{{{subnet.Prefixes.Parsed[0].AddressAt(index)}}}}","privateIPAllocationMethod":"Static","primary":true,"privateIPAddressVersion":"IPv4","subnet":{"id":"{{{{subnet.Id}}}}"}}}],"enableIPForwarding":false,"primary":true,"virtualMachine":{"id":"{{{{machineId}}}}"}}""");
        build.Store(group, "Microsoft.Compute/virtualMachines", "vm-" + name,
            $$$$"""{"hardwareProfile":{"vmSize":"Standard_B2s"},"networkProfile":{"networkInterfaces":[{"id":"{{{{nicId}}}}","properties":{"primary":true}}]},"instanceView":{"statuses":[{"code":"ProvisioningState/succeeded","level":"Info"},{"code":"PowerState/running","level":"Info"}]}}""");
    }

    /// <summary>A network security group, named by the subnets it guards.</summary>
    public static void Guard(this EstateBuilder build, ResourceGroup group, string name, IEnumerable<Subnet> subnets, params Rule[] rules)
    {
        string id = build.Store(group, "Microsoft.Network/networkSecurityGroups", name, "{\"securityRules\":[" + string.Join(",", rules.Select(r => r.Json)) + "]}").Id;
        foreach (Subnet subnet in subnets)
        {
            subnet.Others.Add(LoadedJson.Reference("networkSecurityGroup", id));
        }
    }

    /// <summary>A route table that sends everything without a better route to an appliance.</summary>
    public static string RouteTable(this EstateBuilder build, ResourceGroup group, string name, string appliance) => build.Store(group, "Microsoft.Network/routeTables", name,
        $$$$"""{"disableBgpRoutePropagation":false,"routes":[{"name":"to-firewall","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"{{{{appliance}}}}"}}]}""").Id;

    /// <summary>An Azure Firewall at the first free address of its subnet.</summary>
    public static string Firewall(this EstateBuilder build, VirtualNetwork hub, string name)
    {
        Subnet subnet = hub.FindSubnet("AzureFirewallSubnet")!;
        string address = subnet.Prefixes.Parsed[0].AddressAt(4);
        build.Store(hub.Group, "Microsoft.Network/azureFirewalls", name,
            $$$$"""{"sku":{"name":"AZFW_VNet","tier":"Standard"},"ipConfigurations":[{"name":"default","properties":{"privateIPAddress":"{{{{address}}}}","subnet":{"id":"{{{{subnet.Id}}}}"}}}]}""");
        subnet.IpConfigurations.Add($"{hub.Group.Id}/providers/Microsoft.Network/azureFirewalls/{name}/azureFirewallIpConfigurations/default");
        return address;
    }

    /// <summary>A site behind a gateway, and the tunnel to it.</summary>
    public static void Site(this EstateBuilder build, ResourceGroup group, string gateway, string prefix)
    {
        string site = build.Store(group, "Microsoft.Network/localNetworkGateways", "lgw-headquarters",
            $$$$"""{"localNetworkAddressSpace":{"addressPrefixes":["{{{{prefix}}}}"]},"gatewayIpAddress":"203.0.113.10"}""").Id;
        build.Store(group, "Microsoft.Network/connections", "cn-headquarters",
            $$$$"""{"connectionType":"IPsec","connectionStatus":"Connected","enableBgp":false,"virtualNetworkGateway1":{"id":"{{{{group.Id}}}}/providers/Microsoft.Network/virtualNetworkGateways/{{{{gateway}}}}"},"localNetworkGateway2":{"id":"{{{{site}}}}"}}""");
    }

    /// <summary>A private DNS zone and a link from each network.</summary>
    public static void Zone(this EstateBuilder build, ResourceGroup group, string zone, IEnumerable<VirtualNetwork> networks)
    {
        build.Store(group, "Microsoft.Network/privateDnsZones", zone, "{}").Body["location"] = "global";
        foreach (VirtualNetwork network in networks)
        {
            build.Store(group, "Microsoft.Network/privateDnsZones/virtualNetworkLinks", $"{zone}/link-{network.Name}",
                $$$$"""{"virtualNetwork":{"id":"{{{{network.Id}}}}"},"registrationEnabled":false,"virtualNetworkLinkState":"Completed"}""").Body["location"] = "global";
        }
    }

    /// <summary>Azure makes one watcher for each subscription and region that has networks.</summary>
    public static void Watcher(this EstateBuilder build, Subscription subscription) =>
        build.Store(EstateBuilder.Group(subscription, "NetworkWatcherRG"), "Microsoft.Network/networkWatchers", "NetworkWatcher_" + EstateBuilder.Region, """{"runningOperationIds":[]}""");
}

/// <summary>A rule of a network security group, in few words.</summary>
internal sealed record Rule(string Name, int Priority, string Direction, string Access, string From, string To, string Port = "*", string Protocol = "*")
{
    public string Json =>
        $$$$"""{"name":"{{{{Name}}}}","properties":{"provisioningState":"Succeeded","protocol":"{{{{Protocol}}}}","sourcePortRange":"*","destinationPortRange":"{{{{Port}}}}","sourceAddressPrefix":"{{{{From}}}}","destinationAddressPrefix":"{{{{To}}}}","access":"{{{{Access}}}}","priority":{{{{Priority.ToString(CultureInfo.InvariantCulture)}}}},"direction":"{{{{Direction}}}}"}}""";

    public static Rule AllowIn(string name, int priority, string from, string to, string port = "*", string protocol = "*") => new(name, priority, "Inbound", "Allow", from, to, port, protocol);

    public static Rule DenyIn(string name, int priority, string from) => new(name, priority, "Inbound", "Deny", from, "*");
}
