using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Routes to public services that a subnet has endpoints for. Azure's lists change every week; the lab has ranges that are kept free for documentation.</summary>
internal static class ServiceEndpoints
{
    private static readonly Dictionary<string, string> Ranges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.Storage"] = "198.51.100.0/25",
        ["Microsoft.Sql"] = "198.51.100.128/25",
        ["Microsoft.KeyVault"] = "203.0.113.0/25",
    };

    private const string OfOthers = "203.0.113.128/25";

    public static IEnumerable<Route> Routes(Subnet subnet) => subnet.Others.Where(o => o.Key.Same("serviceEndpoints"))
        .SelectMany(o => ((JsonElement?)o.Value).Items()).Select(e => e.Member("service").Text()).OfType<string>()
        .Select(Range).Distinct().Select(range => new Route("Default", range, "VirtualNetworkServiceEndpoint"));

    public static string Range(string service) => Ranges.TryGetValue(service, out string? range) ? range : OfOthers;
}
