using System.Diagnostics.CodeAnalysis;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>A region of Azure's public cloud.</summary>
/// <param name="Name">As resources say it: westeurope.</param>
/// <param name="DisplayName">As people say it: West Europe.</param>
/// <param name="Geography">The group of geographies it belongs to.</param>
internal sealed record Region(string Name, string DisplayName, string Geography)
{
    /// <summary>The name, given in either form and any casing; null for null.</summary>
    [return: NotNullIfNotNull(nameof(location))]
    public static string? Normal(string? location) => location?.Replace(" ", "").ToLowerInvariant();
}

/// <summary>Where resources may lie. Source: the public list of Azure regions; the sovereign clouds' are taken, and listed nowhere.</summary>
internal static class Regions
{
    private static readonly string[] Sovereign =
    [
        "chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3", "usgovarizona", "usgovtexas", "usgovvirginia", "usgoviowa",
        "usdodcentral", "usdodeast",
    ];

    public static readonly Region[] Public =
    [
        .. Of("US", "East US", "East US 2", "Central US", "North Central US", "South Central US", "West Central US", "West US", "West US 2", "West US 3"),
        .. Of("Canada", "Canada Central", "Canada East"),
        .. Of("South America", "Brazil South", "Brazil Southeast", "Chile Central"),
        .. Of("Mexico", "Mexico Central"),
        .. Of("Europe", "North Europe", "West Europe", "UK South", "UK West", "France Central", "France South", "Germany West Central", "Germany North", "Norway East",
            "Norway West", "Switzerland North", "Switzerland West", "Sweden Central", "Sweden South", "Poland Central", "Italy North", "Spain Central", "Austria East",
            "Belgium Central", "Denmark East"),
        .. Of("Middle East", "Israel Central", "Qatar Central", "UAE North", "UAE Central"),
        .. Of("Africa", "South Africa North", "South Africa West"),
        .. Of("Asia Pacific", "East Asia", "Southeast Asia", "Japan East", "Japan West", "Korea Central", "Korea South", "Central India", "South India", "West India",
            "Jio India Central", "Jio India West", "Australia East", "Australia Southeast", "Australia Central", "Australia Central 2", "New Zealand North",
            "Indonesia Central", "Malaysia West", "Taiwan North"),
        .. Of("US", "East US 2 EUAP", "Central US EUAP"),
    ];

    private static readonly HashSet<string> Known = [.. Public.Select(region => region.Name), .. Sovereign];

    /// <summary>Refuses a place that is none, for a resource of a type.</summary>
    public static void Check(string location, string type)
    {
        if (!Known.Contains(Region.Normal(location)))
        {
            throw ArmError.FrontEnd(400, "LocationNotAvailableForResourceType",
                $"The provided location '{location}' is not available for resource type '{type}'. List of available regions for the resource type is '{Listed}'.").Thrown();
        }
    }

    /// <summary>Refuses a place that is none, for a resource group.</summary>
    public static void CheckGroup(string location)
    {
        if (!Known.Contains(Region.Normal(location)))
        {
            throw ArmError.FrontEnd(400, "LocationNotAvailableForResourceGroup",
                $"The provided location '{location}' is not available for resource group. List of available regions is '{Listed}'.").Thrown();
        }
    }

    private static string Listed => string.Join(",", Public.Select(region => region.Name));

    private static IEnumerable<Region> Of(string geography, params string[] names) => names.Select(name => new Region(Region.Normal(name), name, geography));
}
