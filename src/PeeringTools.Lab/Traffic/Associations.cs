using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>The subnets and interfaces that name a network security group or a route table. Azure shows them in its body; nobody writes them there.</summary>
internal sealed class Associations
{
    private const string RouteTables = "Microsoft.Network/routeTables";

    private static readonly string[] OfSubnets = ["networkSecurityGroup", "routeTable"];

    private readonly ILookup<string, string> _interfaces;
    private readonly ILookup<string, string> _subnets;

    private Associations(Estate estate)
    {
        _interfaces = estate.Stored.Where(Interface.Is)
            .Select(nic => (nic.Id, Names: nic.Properties().Reference("networkSecurityGroup")))
            .Where(nic => nic.Names is not null)
            .ToLookup(nic => nic.Names!, nic => nic.Id, StringComparer.OrdinalIgnoreCase);
        _subnets = estate.Subscriptions.Values.SelectMany(s => s.Networks).SelectMany(n => n.Subnets)
            .SelectMany(subnet => OfSubnets.Select(member => (subnet.Id, Names: UserRoutes.Named(subnet, member))))
            .Where(subnet => subnet.Names is not null)
            .ToLookup(subnet => subnet.Names!, subnet => subnet.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Looks through the whole estate; one look serves a whole list.</summary>
    public static Associations In(Estate estate) => new(estate);

    public static bool Concern(string type) => type.Same(DefaultRules.GroupType) || type.Same(RouteTables);

    /// <summary>What a client sends back of an earlier answer is not kept.</summary>
    public static void Forget(StoredResource resource)
    {
        if (Concern(resource.Type) && resource.Properties() is JsonObject properties)
        {
            properties.Remove("networkInterfaces");
            properties.Remove("subnets");
        }
    }

    /// <summary>The members of properties with the ids under them; a member without any is not shown.</summary>
    public IEnumerable<(string Member, string[] Ids)> Of(StoredResource resource)
    {
        (string Member, string[] Ids)[] members = [("networkInterfaces", Sorted(_interfaces[resource.Id])), ("subnets", Sorted(_subnets[resource.Id]))];
        return members.Where(m => m.Ids.Length > 0);
    }

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.OrderBy(id => id, StringComparer.OrdinalIgnoreCase)];
}
