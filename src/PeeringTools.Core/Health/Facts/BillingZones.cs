namespace PeeringTools.Health;

/// <summary>The billing zone of a region: traffic of a global peering is priced by the zones at both ends.</summary>
/// <remarks>Azure's price page "Virtual Network", VNet peering. A region that is newer than this list is said to be unknown.</remarks>
internal static class BillingZones
{
    private static readonly Dictionary<string, string[]> Zones = new()
    {
        ["zone 1"] =
        [
            "australiacentral", "australiacentral2", "canadacentral", "canadaeast", "centralus", "eastus",
            "eastus2", "francecentral", "francesouth", "germanynorth", "germanywestcentral", "northcentralus", "northeurope", "norwayeast",
            "norwaywest", "southcentralus", "swedencentral", "switzerlandnorth", "switzerlandwest",
            "uksouth", "ukwest", "westcentralus", "westeurope", "westus", "westus2", "westus3",
        ],
        ["zone 2"] =
        [
            "australiaeast", "australiasoutheast", "centralindia", "eastasia", "japaneast", "japanwest",
            "koreacentral", "koreasouth", "southeastasia", "southindia", "westindia",
        ],
        ["zone 3"] =
        [
            "brazilsouth", "brazilsoutheast", "southafricanorth", "southafricawest", "uaecentral", "uaenorth",
        ],
        ["US Gov zone"] = ["usgovarizona", "usgoviowa", "usgovtexas", "usgovvirginia", "usdodcentral", "usdodeast"],
    };

    private static readonly Dictionary<string, string> ByRegion = Zones
        .SelectMany(zone => zone.Value.Select(region => (region, zone.Key)))
        .ToDictionary(pair => pair.region, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    public static string Of(string? region) => ByRegion.TryGetValue(Normal(region), out string? zone) ? zone : HealthTexts.ZoneUnknown;

    /// <summary>Azure writes one region as <c>westeurope</c> and, in older bodies, as <c>West Europe</c>.</summary>
    public static string Normal(string? region) => (region ?? "").Replace(" ", "").ToLowerInvariant();
}
