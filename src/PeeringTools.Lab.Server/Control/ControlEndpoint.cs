using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Control;

/// <summary>Steers the lab while it runs: estate, clock, latency, rights, faults, and what was asked of it.</summary>
internal sealed class ControlEndpoint(LabServer server, UserSignIns users)
{
    public const string KeyHeader = "X-Lab-Key";

    public async Task ServeAsync(HttpContext context)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers[KeyHeader].ToString()), Encoding.UTF8.GetBytes(server.ControlKey)))
        {
            await JsonAnswer.RefuseAsync(context, 401, "KeyMissing", $"The header {KeyHeader} must hold the key of the ready line.");
            return;
        }

        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        string path = context.Request.Path.Value!["/control".Length..].Trim('/').ToLowerInvariant();
        try
        {
            JsonNode? answer = this.Do(context.Request.Method + " " + path, context.Request.Query, body.ToArray());
            await (answer is null
                ? JsonAnswer.RefuseAsync(context, 404, "NotFound", $"The control endpoint knows no {context.Request.Method} {path}.")
                : JsonAnswer.WriteAsync(context, 200, answer));
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException or LabEstateException or OverflowException)
        {
            await JsonAnswer.RefuseAsync(context, 400, "BadRequest", e.Message);
        }
    }

    /// <summary>Null where there is no such address.</summary>
    private JsonNode? Do(string what, IQueryCollection query, byte[] body)
    {
        ArmLab lab = server.Host.Lab;
        switch (what)
        {
            case "GET ":
                return this.State();
            case "GET principals":
                return Secrets.Of(server);
            case "PUT estate":
                int networks = query["networks"].ToString() is { Length: > 0 } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1000;
                server.Host.Load(query["name"].ToString() is { Length: > 0 } name ? name : "Empty", networks, body);
                return this.State();
            case "POST reset":
                server.Host.Reset();
                server.SignIns.Clear();
                return this.State();
            case "POST clock":
                lab.AdvanceClock(TimeSpan.FromSeconds(Json(body).Number("advanceSeconds")));
                return this.State();
            case "PATCH options":
                OptionsJson.Apply(Json(body), server);
                return this.State();
            case "GET faults" or "POST faults" or "DELETE faults":
                return FaultJson.Do(what[..what.IndexOf(' ')], body, server.Host);
            case "GET ledger":
                return LedgerJson.Of(lab.Ledger, server.SignIns);
            case "DELETE ledger":
                lab.Ledger.Clear();
                server.SignIns.Clear();
                return LedgerJson.Of(lab.Ledger, server.SignIns);
            case "POST access":
                return AccessJson.Apply(Json(body), server.Host);
            case "POST send":
                return Send(lab, Json(body));
            case "POST tokens":
                return this.IssueToken(Json(body));
            case "POST devicecode":
                bool approved = users.Approve(Json(body).Text("userCode") ?? "", Json(body).Text("user"));
                return new JsonObject { ["approved"] = approved };
            case "POST stop":
                server.Stop();
                return new JsonObject { ["stopping"] = true };
            default:
                return null;
        }
    }

    private JsonObject State()
    {
        JsonObject state = new()
        {
            ["estate"] = server.Host.Name,
            ["now"] = server.Host.Lab.Clock.GetUtcNow().ToString("O"),
            ["options"] = OptionsJson.Of(server),
        };
        foreach (KeyValuePair<string, JsonNode?> part in ReadyLine.Estate(server.Host)) state[part.Key] = part.Value?.DeepClone();
        return state;
    }

    /// <summary>A token without a sign-in: for a principal, in a tenant, for as long as one likes.</summary>
    private JsonObject IssueToken(JsonObject wish)
    {
        ArmLab lab = server.Host.Lab;
        string given = wish.Text("principal") ?? lab.Principals[0].Id;
        Application? application = server.Host.Applications.All.FirstOrDefault(a => a.Name == given || a.ClientId == given || a.ObjectId == given);
        LabPrincipal principal = AccessJson.Principal(server.Host, given);
        string tenant = wish.Text("tenant") ?? principal.Tenants[0];
        TokenHolder holder = new(principal.Id, application?.ClientId ?? principal.Id, application is null ? principal.Name : null);
        TimeSpan lifetime = TimeSpan.FromSeconds(wish.ContainsKey("lifetimeSeconds") ? wish.Number("lifetimeSeconds") : 3600);
        string audience = wish.Text("audience") ?? server.Endpoint.AbsoluteUri;
        return new JsonObject { ["access_token"] = server.Tokens.Issue(holder, tenant, audience, lifetime, lab.Clock.GetUtcNow()) };
    }

    /// <summary>A call of the lab's own, which needs no token and may everything.</summary>
    private static JsonObject Send(ArmLab lab, JsonObject wish)
    {
        using HttpResponseMessage answer = lab.Send(wish.Text("method") ?? "GET", wish.Text("path") ?? "/", wish["body"]?.ToJsonString());
        using StreamReader text = new(answer.Content.ReadAsStream());
        string body = text.ReadToEnd();
        return new JsonObject { ["status"] = (int)answer.StatusCode, ["body"] = body.Length == 0 ? null : JsonNode.Parse(body) };
    }

    private static JsonObject Json(byte[] body) => JsonNode.Parse(body) as JsonObject ?? throw new JsonException("A JSON object was expected.");
}
