using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server;

/// <summary>The one line that a server says of itself when it answers. It holds the key of the control endpoint and no other secret.</summary>
internal static class ReadyLine
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(LabServer server)
    {
        JsonObject line = new()
        {
            ["ready"] = true,
            ["endpoint"] = server.Endpoint.AbsoluteUri,
            ["authority"] = server.Authority.AbsoluteUri,
            ["managedIdentityEndpoint"] = server.ManagedIdentityEndpoint.AbsoluteUri,
            ["controlEndpoint"] = server.ControlEndpoint.AbsoluteUri,
            ["controlKey"] = server.ControlKey,
            ["thumbprint"] = server.Certificate.Thumbprint,
            ["pem"] = server.Certificate.PemPath,
            ["processId"] = Environment.ProcessId,
            ["estate"] = server.Host.Name,
        };
        foreach (KeyValuePair<string, JsonNode?> part in Estate(server.Host)) line[part.Key] = part.Value?.DeepClone();
        line["principals"] = new JsonArray([.. server.Host.Applications.All.Select(Principal)]);
        line["secrets"] = $"GET {new Uri(server.ControlEndpoint, "principals")} with the header {Control.ControlEndpoint.KeyHeader}";
        return line.ToJsonString(Plain);
    }

    /// <summary>Tenants and subscriptions of the estate that is loaded.</summary>
    public static JsonObject Estate(LabHost host) => new()
    {
        ["tenants"] = new JsonArray([.. host.Lab.Tenants.Select(t => new JsonObject { ["tenantId"] = t.TenantId, ["displayName"] = t.DisplayName })]),
        ["subscriptions"] = new JsonArray([.. host.Lab.Subscriptions.Take(100).Select(s => new JsonObject
        {
            ["subscriptionId"] = s.SubscriptionId,
            ["displayName"] = s.DisplayName,
            ["tenantId"] = s.TenantId,
        })]),
    };

    /// <summary>Who it is and how it signs in, without what it signs in with.</summary>
    public static JsonObject Principal(Application application) => new()
    {
        ["name"] = application.Name,
        ["clientId"] = application.ClientId,
        ["objectId"] = application.ObjectId,
        ["tenants"] = new JsonArray([.. application.Tenants.Select(t => JsonValue.Create(t))]),
        ["credentials"] = new JsonArray([.. application.Ways.Select(w => JsonValue.Create(w))]),
    };
}
