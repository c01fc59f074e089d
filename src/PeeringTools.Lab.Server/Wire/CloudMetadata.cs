using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Wire;

/// <summary>
/// What a client that knows only Resource Manager's address asks it first: where to sign in and what for.
/// Source: <c>/metadata/endpoints</c>, which the Azure CLI and Terraform read; older versions list clouds, newer ones show one.
/// </summary>
internal static class CloudMetadata
{
    public static JsonNode Of(LabServer server, string apiVersion)
    {
        string endpoint = server.Endpoint.AbsoluteUri;
        JsonObject cloud = new()
        {
            ["name"] = "PeeringToolsLab",
            ["resourceManager"] = endpoint,
            ["authentication"] = new JsonObject
            {
                ["loginEndpoint"] = server.Authority.AbsoluteUri.TrimEnd('/'),
                ["audiences"] = new JsonArray(endpoint, "https://management.core.windows.net/", "https://management.azure.com/"),
                ["tenant"] = "common",
                ["identityProvider"] = "AAD",
            },
            ["suffixes"] = new JsonObject(),
        };
        return string.CompareOrdinal(apiVersion, "2022-09-01") < 0 ? new JsonArray(cloud) : cloud;
    }
}
