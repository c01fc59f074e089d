using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>A healthy hub with twelve spokes that use its gateway and its firewall, and a thirteenth that waits to be peered.</summary>
internal static class HubSpokeEstate
{
    private static readonly string[] Environments = ["prod", "test", "dev"];

    public static void Build(EstateBuilder build)
    {
        ResourceGroup connectivity = EstateBuilder.Group(build.Subscription("Connectivity"), "rg-hub-weu");
        ResourceGroup workloads = EstateBuilder.Group(build.Subscription("Workloads"), "rg-spokes-weu");
        VirtualNetwork hub = build.Network(connectivity, "vnet-hub", "10.0.0.0/22", null,
            ("GatewaySubnet", "10.0.0.0/27"), ("AzureFirewallSubnet", "10.0.1.0/26"), ("snet-shared", "10.0.2.0/24"));
        EstateBuilder.Tag(hub, "environment", "shared");
        build.Gateway(hub, "vgw-hub");
        Subnet firewall = hub.FindSubnet("AzureFirewallSubnet")!;
        build.Store(connectivity, "Microsoft.Network/azureFirewalls", "afw-hub",
            $$$$"""{"sku":{"name":"AZFW_VNet","tier":"Standard"},"ipConfigurations":[{"name":"default","properties":{"privateIPAddress":"10.0.1.4","subnet":{"id":"{{{{firewall.Id}}}}"}}}]}""");
        firewall.IpConfigurations.Add(connectivity.Id + "/providers/Microsoft.Network/azureFirewalls/afw-hub/azureFirewallIpConfigurations/default");
        string routes = build.Store(workloads, "Microsoft.Network/routeTables", "rt-spokes",
            """{"disableBgpRoutePropagation":false,"routes":[{"name":"to-firewall","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.1.4"}}]}""").Id;
        for (int i = 1; i <= 13; i++)
        {
            string number = i.ToString("00", CultureInfo.InvariantCulture);
            VirtualNetwork spoke = build.Network(workloads, "vnet-spoke-" + number, $"10.{i}.0.0/16", null, ("snet-app", $"10.{i}.0.0/24"), ("snet-data", $"10.{i}.1.0/24"));
            spoke.Subnets.ForEach(s => s.Others.Add(LoadedJson.Reference("routeTable", routes)));
            EstateBuilder.Tag(spoke, "environment", Environments[(i - 1) % 3]);
            if (i < 13)
            {
                build.Pair(hub, spoke, h => h.AllowGatewayTransit = true, s =>
                {
                    s.UseRemoteGateways = true;
                    s.AllowForwardedTraffic = true;
                });
            }
        }
    }
}
