using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>Everything under the authority: what it offers, its keys, and the way to the token endpoint.</summary>
internal sealed class AuthorityEndpoint(LabServer server, TokenEndpoint tokens, UserSignIns users)
{
    public async Task ServeAsync(HttpContext context)
    {
        string[] path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        string tenant = path.Length > 0 ? path[0] : "";
        string rest = string.Join('/', path.Skip(1)).ToLowerInvariant();
        bool post = HttpMethods.IsPost(context.Request.Method);
        Task answer = (post, rest) switch
        {
            (true, "oauth2/v2.0/token" or "oauth2/token") => tokens.ServeAsync(context, tenant),
            (true, "oauth2/v2.0/devicecode") => this.BeginDeviceCodeAsync(context, tenant),
            (false, "v2.0/.well-known/openid-configuration") => this.ConfigureAsync(context, tenant, "/v2.0"),
            (false, ".well-known/openid-configuration") => this.ConfigureAsync(context, tenant, ""),
            (false, "discovery/v2.0/keys" or "discovery/keys") => JsonAnswer.WriteAsync(context, 200, new JsonObject { ["keys"] = new JsonArray(server.Signer.PublicKey) }),
            (false, "discovery/instance") => JsonAnswer.WriteAsync(context, 200, this.Instance(context)),
            _ => JsonAnswer.RefuseAsync(context, 404, "NotFound", "This authority has no such address."),
        };
        await answer;
    }

    private async Task ConfigureAsync(HttpContext context, string tenant, string version)
    {
        if (Guid.TryParse(tenant, out _) && !server.Host.Lab.Tenants.Any(t => string.Equals(t.TenantId, tenant, StringComparison.OrdinalIgnoreCase)))
        {
            await TokenEndpoint.RefuseAsync(context, new SignInException(400, "invalid_tenant", 90002, $"Tenant '{tenant}' not found."), server.Host.Lab.Clock.GetUtcNow());
            return;
        }

        // Clients compare the issuer with the tenant they asked for, and for the shared names expect the placeholder.
        string named = Guid.TryParse(tenant, out _) ? tenant : "{tenantid}";
        string root = new Uri(server.Authority, tenant).AbsoluteUri;
        await JsonAnswer.WriteAsync(context, 200, new JsonObject
        {
            ["issuer"] = server.Authority.AbsoluteUri + named + (version.Length == 0 ? "/" : version),
            ["authorization_endpoint"] = $"{root}/oauth2{version}/authorize",
            ["token_endpoint"] = $"{root}/oauth2{version}/token",
            ["device_authorization_endpoint"] = $"{root}/oauth2/v2.0/devicecode",
            ["end_session_endpoint"] = $"{root}/oauth2{version}/logout",
            ["jwks_uri"] = $"{root}/discovery/v2.0/keys",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("ES256"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
            ["tenant_region_scope"] = null,
            ["cloud_instance_name"] = server.Authority.Authority,
        });
    }

    private async Task BeginDeviceCodeAsync(HttpContext context, string tenant)
    {
        try
        {
            await JsonAnswer.WriteAsync(context, 200, users.Begin(tenant, await context.Request.ReadFormAsync(context.RequestAborted)));
        }
        catch (SignInException refused)
        {
            await TokenEndpoint.RefuseAsync(context, refused, server.Host.Lab.Clock.GetUtcNow());
        }
    }

    /// <summary>That this authority stands for itself alone. Source: the instance discovery that MSAL asks its authority for.</summary>
    private JsonObject Instance(HttpContext context)
    {
        string host = server.Authority.Authority;
        string endpoint = context.Request.Query["authorization_endpoint"].ToString();
        string tenant = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) && address.Segments.Length > 1 ? address.Segments[1].Trim('/') : "common";
        return new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{new Uri(server.Authority, tenant).AbsoluteUri}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject { ["preferred_network"] = host, ["preferred_cache"] = host, ["aliases"] = new JsonArray(host) }),
        };
    }
}
