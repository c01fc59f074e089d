using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PeeringTools.Binding;

namespace PeeringTools.Formatting;

/// <summary>What the format views say of a topology.</summary>
/// <remarks>Every argument is what the view has, which after a job or Import-Clixml is a bag of properties where it once was an object.</remarks>
public static class TopologyFormat
{
    private static readonly string[] Devices = ["Gateways", "Firewalls", "Appliances"];

    /// <summary>The names of the hubs.</summary>
    public static string Hubs(object? topology) => string.Join(", ", Items(topology, "Nodes")
        .Where(node => Text(node, "Role") == nameof(PeeringTopologyRole.Hub))
        .Select(node => Text(node, "Name")));

    /// <summary>How many networks there are of each role.</summary>
    public static string Roles(object? topology) => Count(Items(topology, "Nodes"), "Role");

    /// <summary>How many pairs there are of each verdict.</summary>
    public static string Verdicts(object? topology) => Count(Items(topology, "Links"), "Verdict");

    /// <summary>The last names of resource ids.</summary>
    public static string Names(object? ids) => ids is IEnumerable items and not string
        ? string.Join(", ", items.Cast<object?>().Select(PeeringFormat.Name))
        : PeeringFormat.Name(ids);

    /// <summary>What stands in a network, in a few words.</summary>
    public static string Holds(object? node)
    {
        if (node is null) return "";
        string[] words =
        [
            .. Devices.SelectMany(member => Items(node, member)).Select(PeeringFormat.Text),
            .. Some(PSObject.AsPSObject(node).Properties["ResolvesFor"]?.Value as int?, "DNS for {0}"),
            .. Some(Items(node, "DnsZones").Length, "DNS zones: {0}"),
        ];
        return string.Join(", ", words);
    }

    private static string[] Some(int? number, string words) => number is > 0 ? [string.Format(CultureInfo.InvariantCulture, words, number)] : [];

    private static string Count(PSObject[] items, string member) => string.Join(", ", items
        .GroupBy(item => Text(item, member), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Format(CultureInfo.InvariantCulture, "{0} {1}", group.Count(), group.Key)));

    private static string Text(PSObject item, string member) => PeeringFormat.Text(item.Properties[member]?.Value?.ToString());

    private static PSObject[] Items(object? holder, string member) =>
        holder is not null && PSObject.AsPSObject(holder).Properties[member]?.Value is object found && Bare.Of(found) is IEnumerable items and not string
            ? [.. items.Cast<object?>().Where(item => item is not null).Select(item => PSObject.AsPSObject(item!))]
            : [];
}
