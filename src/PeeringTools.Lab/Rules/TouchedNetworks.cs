using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Which virtual networks a write is about, known before it is carried out.</summary>
internal static class TouchedNetworks
{
    private const string Marker = "/providers/Microsoft.Network/virtualNetworks/";

    public static IReadOnlyList<string> Of(ArmRequest request, Estate estate)
    {
        if (request.Method is "GET" or "HEAD" or "POST")
        {
            return [];
        }

        ArmPath path = request.Path.Scope ?? request.Path;
        int at = path.Id.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || path.Names.Count == 0)
        {
            return [];
        }

        string network = path.Id.Split('/') is { Length: >= 9 } parts ? string.Join("/", parts.Take(9)) : path.Id;
        string? remote = path.Types.Count == 2 && path.Names.Count == 2 && request.Path.Scope is null ? Remote(request, path, estate, network) : null;
        return remote is null ? [network] : [network, remote];
    }

    private static string? Remote(ArmRequest request, ArmPath path, Estate estate, string network)
    {
        if (request.Method == "DELETE")
        {
            return estate.Network(network)?.FindPeering(path.Names[1])?.RemoteId;
        }

        try
        {
            using JsonDocument body = JsonDocument.Parse(request.Body, JsonText.Reading);
            return body.RootElement.Member("properties")?.Member("remoteVirtualNetwork")?.Member("id").Text();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
