using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>
/// Tokens for who runs on this machine. Source: the REST endpoint of managed identities in App Service, version 2019-08-01:
/// IDENTITY_ENDPOINT, and IDENTITY_HEADER as X-IDENTITY-HEADER.
/// </summary>
internal sealed class ManagedIdentityEndpoint(LabServer server, SignInLog log)
{
    public const string HeaderName = "X-IDENTITY-HEADER";

    public async Task ServeAsync(HttpContext context)
    {
        DateTimeOffset now = server.Host.Lab.Clock.GetUtcNow();
        string resource = context.Request.Query["resource"].ToString();
        string client = context.Request.Query["client_id"].ToString();
        Application? identity = client.Length == 0 ? server.Host.Applications.Named(Applications.Operator) : server.Host.Applications.Find(client);
        (int status, string problem) = context.Request.Headers[HeaderName] != server.IdentityHeader ? (401, "The identity header is missing or wrong.")
            : !HttpMethods.IsGet(context.Request.Method) ? (405, "Tokens are had by GET.")
            : context.Request.Query["api-version"] != "2019-08-01" ? (400, "The api-version must be 2019-08-01.")
            : !server.IsAudience(resource) ? (400, $"There is no resource '{resource}'.")
            : identity?.IsManagedIdentity != true ? (400, $"No managed identity '{client}' is assigned to this app.")
            : (200, "");
        string tenant = identity is { Tenants: [string home, ..] } ? home : "";
        log.Add(new SignIn(now, tenant, identity?.ClientId ?? client, "managed_identity", status, status == 200 ? null : problem));
        if (status != 200)
        {
            await JsonAnswer.WriteAsync(context, status, new JsonObject { ["statusCode"] = status, ["message"] = problem });
            return;
        }

        await JsonAnswer.WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = server.Tokens.Issue(new TokenHolder(identity!.ObjectId, identity.ClientId), tenant, resource, TimeSpan.FromHours(24), now),
            ["expires_on"] = now.AddHours(24).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
            ["client_id"] = identity.ClientId,
        });
    }
}
