using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>The six rules that every network security group ends with; Azure shows them in the group's body.</summary>
internal static class DefaultRules
{
    public const string GroupType = "Microsoft.Network/networkSecurityGroups";

    private static readonly (string Name, string Says, string Source, string Destination, string Access, int Priority, string Direction)[] Rows =
    [
        ("AllowVnetInBound", "Allow inbound traffic from all VMs in VNET", "VirtualNetwork", "VirtualNetwork", "Allow", 65000, "Inbound"),
        ("AllowAzureLoadBalancerInBound", "Allow inbound traffic from azure load balancer", "AzureLoadBalancer", "*", "Allow", 65001, "Inbound"),
        ("DenyAllInBound", "Deny all inbound traffic", "*", "*", "Deny", 65500, "Inbound"),
        ("AllowVnetOutBound", "Allow outbound traffic from all VMs to all VMs in VNET", "VirtualNetwork", "VirtualNetwork", "Allow", 65000, "Outbound"),
        ("AllowInternetOutBound", "Allow outbound traffic from all VMs to Internet", "*", "Internet", "Allow", 65001, "Outbound"),
        ("DenyAllOutBound", "Deny all outbound traffic", "*", "*", "Deny", 65500, "Outbound"),
    ];

    public static void AddTo(StoredResource resource)
    {
        if (resource.Type.Same(GroupType) && resource.Properties() is JsonObject properties)
        {
            properties["defaultSecurityRules"] = new JsonArray([.. Rows.Select(row => Body(resource.Id, row))]);
        }
    }

    private static JsonObject Body(string groupId, (string Name, string Says, string Source, string Destination, string Access, int Priority, string Direction) row) => new()
    {
        ["name"] = row.Name,
        ["id"] = $"{groupId}/defaultSecurityRules/{row.Name}",
        ["etag"] = "",
        ["type"] = GroupType + "/defaultSecurityRules",
        ["properties"] = new JsonObject
        {
            ["provisioningState"] = "Succeeded",
            ["description"] = row.Says,
            ["protocol"] = "*",
            ["sourcePortRange"] = "*",
            ["destinationPortRange"] = "*",
            ["sourceAddressPrefix"] = row.Source,
            ["destinationAddressPrefix"] = row.Destination,
            ["access"] = row.Access,
            ["priority"] = row.Priority,
            ["direction"] = row.Direction,
        },
    };
}
