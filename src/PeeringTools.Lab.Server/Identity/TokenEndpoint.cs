using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>
/// Where tokens are had: client secret, certificate or federated assertion, refresh token, device code.
/// Source: OAuth 2.0 on the Microsoft identity platform, versions 1 (resource) and 2 (scope).
/// </summary>
internal sealed class TokenEndpoint(LabServer server, UserSignIns users, SignInLog log)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3599);

    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task ServeAsync(HttpContext context, string tenant)
    {
        IFormCollection form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        (string? client, string? secret) = ClientOf(context, form);
        string grant = form["grant_type"].ToString();
        DateTimeOffset now = server.Host.Lab.Clock.GetUtcNow();
        try
        {
            JsonObject answer = grant switch
            {
                "client_credentials" => this.ForApplication(context, tenant, form, client, secret, now),
                "refresh_token" => users.Refresh(tenant, form, this.Audience(form), now),
                "device_code" or "urn:ietf:params:oauth:grant-type:device_code" => users.Redeem(form, this.Audience, now),
                _ => throw new SignInException(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'."),
            };
            log.Add(new SignIn(now, tenant, client, grant, 200, null));
            await JsonAnswer.WriteAsync(context, 200, answer);
        }
        catch (SignInException refused)
        {
            log.Add(new SignIn(now, tenant, client, grant, refused.Status, "AADSTS" + refused.Code.ToString(CultureInfo.InvariantCulture)));
            await RefuseAsync(context, refused, now);
        }
    }

    /// <summary>The error body that all Microsoft sign-in endpoints share.</summary>
    public static Task RefuseAsync(HttpContext context, SignInException refused, DateTimeOffset now) => JsonAnswer.WriteAsync(context, refused.Status, new JsonObject
    {
        ["error"] = refused.Error,
        ["error_description"] = refused.Message,
        ["error_codes"] = new JsonArray(refused.Code),
        ["timestamp"] = now.UtcDateTime.ToString("u", CultureInfo.InvariantCulture),
        ["trace_id"] = Guid.NewGuid().ToString(),
        ["correlation_id"] = context.Request.Headers.TryGetValue("client-request-id", out Microsoft.Extensions.Primitives.StringValues id) && Guid.TryParse(id, out Guid known) ? known.ToString() : Guid.NewGuid().ToString(),
    });

    /// <summary>The tenant of a path by its id.</summary>
    /// <exception cref="SignInException">The lab has no such tenant.</exception>
    public static string KnownTenant(LabServer server, string tenant) =>
        server.Host.Lab.Tenants.FirstOrDefault(t => string.Equals(t.TenantId, tenant, StringComparison.OrdinalIgnoreCase))?.TenantId
        ?? throw SignInException.InvalidRequest(90002, $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID.");

    private JsonObject ForApplication(HttpContext context, string path, IFormCollection form, string? client, string? secret, DateTimeOffset now)
    {
        string tenant = KnownTenant(server, path);
        Application? application = server.Host.Applications.Find(client);
        if (application?.IsIn(tenant) != true)
        {
            throw new SignInException(400, "unauthorized_client", 700016, $"Application with identifier '{client}' was not found in the directory '{tenant}'.");
        }

        if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
        {
            if (form["client_assertion_type"] != JwtBearer) throw SignInException.InvalidRequest(90014, "The required field 'client_assertion_type' is missing or unknown.");
            server.Assertions.Check(assertion, application, this.AssertionAudiences(context, path), now);
        }
        else if (secret is null)
        {
            throw SignInException.InvalidClient(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        else if (secret != application.Secret)
        {
            throw SignInException.InvalidClient(7000215, "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.");
        }

        string audience = this.Audience(form);
        return Answer(server.Tokens.Issue(new TokenHolder(application.ObjectId, application.ClientId), tenant, audience, Lifetime, now), audience);
    }

    public static JsonObject Answer(string token, string audience) => new()
    {
        ["token_type"] = "Bearer",
        ["expires_in"] = (int)Lifetime.TotalSeconds,
        ["ext_expires_in"] = (int)Lifetime.TotalSeconds,
        ["scope"] = audience + "/.default",
        ["access_token"] = token,
    };

    /// <summary>The resource a token is asked for: as <c>scope</c> with <c>/.default</c> at the end, or as <c>resource</c>.</summary>
    private string Audience(IFormCollection form)
    {
        string? scope = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(s => s.Contains("://", StringComparison.Ordinal));
        string resource = form["resource"].ToString() is { Length: > 0 } old ? old : scope is null ? "" : scope[..scope.LastIndexOf('/')];
        return server.IsAudience(resource)
            ? resource
            : throw SignInException.InvalidRequest(500011, $"The resource principal named '{resource}' was not found in the tenant.");
    }

    private string[] AssertionAudiences(HttpContext context, string tenant)
    {
        string authority = new Uri(server.Authority, tenant).AbsoluteUri;
        string asked = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        return [asked, authority, authority + "/v2.0", authority + "/oauth2/v2.0/token", authority + "/oauth2/token"];
    }

    /// <summary>A client may name itself in the form or by basic authentication.</summary>
    private static (string? Client, string? Secret) ClientOf(HttpContext context, IFormCollection form)
    {
        string? client = form["client_id"].ToString() is { Length: > 0 } id ? id : null;
        string? secret = form["client_secret"].ToString() is { Length: > 0 } text ? text : null;
        string header = context.Request.Headers.Authorization.ToString();
        if (client is not null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return (client, secret);
        byte[] pair = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), pair, out int length)) return (null, null);
        string[] parts = Encoding.UTF8.GetString(pair, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : (null, null);
    }
}
