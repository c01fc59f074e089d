using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Wire;

/// <summary>
/// What a client that knows only Resource Manager's address asks it first: where to sign in and what for.
/// Source: <c>/metadata/endpoints</c>, which the Azure CLI and Terraform read; the oldest version shows one,
/// later ones list clouds, and the newest show one again.
/// </summary>
internal static class CloudMetadata
{
    public static JsonNode Of(LabServer server, string apiVersion)
    {
        string endpoint = server.Endpoint.AbsoluteUri;
        JsonArray audiences = new(endpoint, "https://management.core.windows.net/", "https://management.azure.com/");
        string login = server.Authority.AbsoluteUri.TrimEnd('/');
        if (string.CompareOrdinal(apiVersion, "2018-05-01") < 0)
        {
            return new JsonObject
            {
                ["galleryEndpoint"] = endpoint,
                ["graphEndpoint"] = endpoint,
                ["portalEndpoint"] = endpoint,
                ["authentication"] = new JsonObject { ["loginEndpoint"] = login, ["audiences"] = audiences },
            };
        }

        JsonObject cloud = new()
        {
            ["name"] = "PeeringToolsLab",
            ["resourceManager"] = endpoint,
            ["authentication"] = new JsonObject
            {
                ["loginEndpoint"] = login,
                ["audiences"] = audiences,
                ["tenant"] = "common",
                ["identityProvider"] = "AAD",
            },
            ["suffixes"] = new JsonObject(),
        };
        return string.CompareOrdinal(apiVersion, "2022-09-01") < 0 ? new JsonArray(cloud) : cloud;
    }
}
