namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>Bodies of what surrounds networks, in Azure's own shape (Microsoft.Network 2024-05-01), members that nobody needs included.</summary>
internal static class Bodies
{
    public const string Group = $"/subscriptions/{Samples.Subscription}/resourceGroups/net";
    public const string Network = Group + "/providers/Microsoft.Network";
    public const string App = Network + "/virtualNetworks/hub/subnets/app";

    /// <summary>A name that would break out of a path, a table or a terminal, as it stands in JSON.</summary>
    public const string Hostile = "nsg\\u001b[31m\\\"/../\\u2028";

    public const string SecurityGroup = $$$"""
        {"name":"{{{Hostile}}}","id":"{{{Network}}}/networkSecurityGroups/nsg","etag":"W/\"1\"","type":"Microsoft.Network/networkSecurityGroups","location":"westeurope","properties":{
        "provisioningState":"Succeeded","resourceGuid":"g","securityRules":[
        {"name":"one","id":"{{{Network}}}/networkSecurityGroups/nsg/securityRules/one","properties":{"provisioningState":"Succeeded","description":"d","protocol":"Tcp","sourcePortRange":"*",
        "destinationPortRange":"443","sourceAddressPrefix":"VirtualNetwork","destinationAddressPrefix":"10.0.0.0/24","access":"Allow","priority":100,"direction":"Inbound",
        "sourcePortRanges":[],"destinationPortRanges":[],"sourceAddressPrefixes":[],"destinationAddressPrefixes":[]}},
        {"name":"many","properties":{"protocol":"*","sourcePortRanges":["1-5","7"],"destinationPortRanges":["80","8000-8100"],"sourceAddressPrefixes":["10.0.0.0/8","fd00::/8"],
        "destinationApplicationSecurityGroups":[{"id":"/asg/b"}],"sourceApplicationSecurityGroups":null,"access":"Deny","priority":4096,"direction":"Outbound"}}],
        "defaultSecurityRules":[{"name":"AllowVnetInBound","properties":{"priority":65000}}],"networkInterfaces":[{"id":"/n"}],"subnets":[{"id":"{{{App}}}"}]}}
        """;

    public const string RouteTable = $$$"""
        {"name":"rt","id":"{{{Network}}}/routeTables/rt","properties":{"disableBgpRoutePropagation":true,"disablePeeringRoute":"All","subnets":[{"id":"{{{App}}}"}],"routes":[
        {"name":"default","id":"x","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.1.4","hasBgpOverride":false}},
        {"name":"cloud","properties":{"addressPrefix":"AzureCloud","nextHopType":"Internet"}}]}}
        """;

    public const string Interface = $$$$"""
        {"name":"nic","id":"{{{{Network}}}}/networkInterfaces/nic","location":"westeurope","properties":{"ipConfigurations":[
        {"name":"a","properties":{"privateIPAddress":"10.0.0.4","subnet":{"id":"{{{{App}}}}"},"publicIPAddress":{"id":"/p"},"applicationSecurityGroups":[{"id":"/asg/a"}]}},
        {"name":"b","properties":{"subnet":{"id":"{{{{App}}}}"}}}],"enableIPForwarding":true,"networkSecurityGroup":{"id":"/nsg"},"virtualMachine":{"id":"/vm"},"privateEndpoint":{"id":"/pe"}}}
        """;

    public const string LoadBalancer = $$$$"""
        {"name":"lb","id":"{{{{Network}}}}/loadBalancers/lb","sku":{"name":"Standard"},"properties":{"frontendIPConfigurations":[
        {"name":"in","properties":{"privateIPAddress":"10.0.0.9","subnet":{"id":"{{{{App}}}}"}}},{"name":"out","properties":{"publicIPAddress":{"id":"/p"}}}],
        "backendAddressPools":[{"name":"pool","properties":{"backendIPConfigurations":[{"id":"{{{{Network}}}}/networkInterfaces/nva/ipConfigurations/a"}],"loadBalancerBackendAddresses":[
        {"name":"x","properties":{"networkInterfaceIPConfiguration":{"id":"{{{{Network}}}}/networkInterfaces/NVA/ipConfigurations/b"}}},{"name":"ip","properties":{"ipAddress":"10.0.0.10"}}]}}],"probes":[]}}
        """;

    public const string Firewall = $$$$"""
        {"name":"fw","id":"{{{{Network}}}}/azureFirewalls/fw","zones":["1"],"properties":{"sku":{"name":"AZFW_VNet"},"ipConfigurations":[
        {"name":"a","properties":{"privateIPAddress":"10.0.1.4","subnet":{"id":"{{{{Network}}}}/virtualNetworks/hub/subnets/AzureFirewallSubnet"},"publicIPAddress":{"id":"/p"}}},
        {"name":"b","properties":{"publicIPAddress":{"id":"/q"}}}],"managementIpConfiguration":{"name":"m"}}}
        """;

    public const string Gateway = $$$"""
        {"name":"gw","id":"{{{Network}}}/virtualNetworkGateways/gw","properties":{"provisioningState":"Succeeded","gatewayType":"Vpn","vpnType":"RouteBased","enableBgp":false,
        "vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]},"vpnClientProtocols":["OpenVPN"]},"ipConfigurations":[{"name":"default"}]}}
        """;

    public const string Mesh = $$$"""
        {"id":"{{{Network}}}/networkManagers/m/connectivityConfigurations/c","properties":{"connectivityTopology":"Mesh","isGlobal":"True","hubs":[],
        "appliesToGroups":[{"networkGroupId":"/groups/own","groupConnectivity":"None","useHubGateway":"False","isGlobal":"False"},{"networkGroupId":"/groups/other","groupConnectivity":"None"}]},
        "configurationGroups":[{"id":"/groups/OWN","properties":{"displayName":"own"}}]}
        """;

    public const string HubAndSpoke = $$$"""
        {"id":"{{{Network}}}/networkManagers/m/connectivityConfigurations/h","properties":{"connectivityTopology":"HubAndSpoke","isGlobal":"True","hubs":[{"resourceId":"/hub"}],
        "appliesToGroups":[{"networkGroupId":"/groups/direct","groupConnectivity":"DirectlyConnected","isGlobal":"False"},{"networkGroupId":"/groups/none","groupConnectivity":"None"}]},
        "configurationGroups":[{"id":"/groups/direct"},{"id":"/groups/none"}]}
        """;

    public const string EffectiveGroups = """
        {"value":[{"networkSecurityGroup":{"id":"/nsg"},"association":{"networkInterface":{"id":"/nic"}},"effectiveSecurityRules":[
        {"name":"defaultSecurityRules/AllowVnetInBound","protocol":"All","sourcePortRange":"0-65535","destinationPortRange":"0-65535","sourceAddressPrefix":"VirtualNetwork","destinationAddressPrefix":"*",
        "expandedSourceAddressPrefix":["10.0.0.0/16","10.1.0.0/16"],"expandedDestinationAddressPrefix":[],"access":"Allow","priority":65000,"direction":"Inbound"}],"tagMap":{"VirtualNetwork":["10.0.0.0/16","10.1.0.0/16"]}},
        {"networkSecurityGroup":{"id":"/nsg2"},"association":{"subnet":{"id":"/subnet"}},"effectiveSecurityRules":null,"tagMap":"{VirtualNetwork=[10.0.0.0/16]}"},
        {"networkSecurityGroup":{"id":"/nsg3"},"association":{"networkManager":{"id":"/manager"}},"tagMap":["a",{"b":[1]}]}]}
        """;

    public static string List(params string[] items) => $$"""{"value":[{{string.Join(",", items)}}]}""";
}
