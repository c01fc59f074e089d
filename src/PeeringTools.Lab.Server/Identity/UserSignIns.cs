using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>Users sign in with a device code, which the control endpoint approves in their place, and go on with refresh tokens.</summary>
internal sealed class UserSignIns(LabServer server)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DeviceCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TokenHolder Holder, string Tenant)> _refreshTokens = new(StringComparer.Ordinal);

    /// <summary>Begins a sign-in: a code for the device, another one for the person.</summary>
    public JsonObject Begin(string tenant, IFormCollection form)
    {
        string client = form["client_id"].ToString();
        if (client.Length == 0) throw SignInException.InvalidRequest(900144, "The request body must contain the following parameter: 'client_id'.");
        DeviceCode code = new(Random(32), Convert.ToHexString(RandomNumberGenerator.GetBytes(4)), client, tenant, server.Host.Lab.Clock.GetUtcNow() + CodeLifetime);
        lock (_gate) _codes[code.Code] = code;
        string address = new Uri(server.Authority, "devicelogin").AbsoluteUri;
        return new JsonObject
        {
            ["device_code"] = code.Code,
            ["user_code"] = code.UserCode,
            ["verification_uri"] = address,
            ["expires_in"] = (int)CodeLifetime.TotalSeconds,
            ["interval"] = 1,
            ["message"] = $"To sign in to the lab, approve the code {code.UserCode} at its control endpoint.",
        };
    }

    /// <summary>The person at the other device says yes.</summary>
    /// <returns>False where there is no such code or no such user.</returns>
    public bool Approve(string userCode, string? userName)
    {
        LabPrincipal? user = server.Host.Lab.Principals.FirstOrDefault(p => p.Name.Contains('@') && (userName is null || string.Equals(p.Name, userName, StringComparison.OrdinalIgnoreCase)));
        lock (_gate)
        {
            DeviceCode? code = _codes.Values.FirstOrDefault(c => string.Equals(c.UserCode, userCode, StringComparison.OrdinalIgnoreCase));
            if (code is null || user is null) return false;
            code.User = user;
            return true;
        }
    }

    /// <exception cref="SignInException">Nobody has approved the code yet, or it is none.</exception>
    public JsonObject Redeem(IFormCollection form, Func<IFormCollection, string> audience, DateTimeOffset now)
    {
        string given = form["device_code"].ToString() is { Length: > 0 } text ? text : form["code"].ToString();
        lock (_gate)
        {
            if (!_codes.TryGetValue(given, out DeviceCode? code)) throw SignInException.InvalidGrant(70000, "The device code is unknown or was used.");
            if (code.Expires <= now) throw new SignInException(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is expired.");
            if (code.User is null) throw new SignInException(400, "authorization_pending", 70016, "Authorization is pending. Continue polling.");
            string tenant = Guid.TryParse(code.Tenant, out _) ? TokenEndpoint.KnownTenant(server, code.Tenant) : code.User.Tenants[0];
            // Device sign-in asks for the scope when it begins or when it redeems; every client here says it again.
            JsonObject answer = this.Answer(new TokenHolder(code.User.Id, code.ClientId, code.User.Name), tenant, audience(form), now);
            _codes.Remove(given);
            return answer;
        }
    }

    /// <exception cref="SignInException">The refresh token is none, or its user is not in the tenant.</exception>
    public JsonObject Refresh(string tenant, IFormCollection form, string audience, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_refreshTokens.TryGetValue(form["refresh_token"].ToString(), out (TokenHolder Holder, string Tenant) known) || form["client_id"] != known.Holder.ClientId)
            {
                throw SignInException.InvalidGrant(70000, "The provided refresh token is not valid.");
            }

            string target = Guid.TryParse(tenant, out _) ? TokenEndpoint.KnownTenant(server, tenant) : known.Tenant;
            bool member = server.Host.Lab.Principals.Any(p => p.Id == known.Holder.ObjectId && p.Tenants.Contains(target, StringComparer.OrdinalIgnoreCase));
            return member
                ? this.Answer(known.Holder, target, audience, now)
                : throw SignInException.InvalidGrant(50020, $"User account '{known.Holder.UserName}' does not exist in tenant '{target}'.");
        }
    }

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    private JsonObject Answer(TokenHolder holder, string tenant, string audience, DateTimeOffset now)
    {
        JsonObject answer = TokenEndpoint.Answer(server.Tokens.Issue(holder, tenant, audience, TokenEndpoint.Lifetime, now), audience);
        string refresh = "lab-refresh~" + Random(32);
        _refreshTokens[refresh] = (holder, tenant);
        answer["refresh_token"] = refresh;
        answer["id_token"] = server.Signer.Sign(new JsonObject
        {
            ["aud"] = holder.ClientId,
            ["iss"] = new Uri(server.Authority, tenant + "/v2.0").AbsoluteUri,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.Add(TokenEndpoint.Lifetime).ToUnixTimeSeconds(),
            ["name"] = holder.UserName,
            ["preferred_username"] = holder.UserName,
            ["oid"] = holder.ObjectId,
            ["sub"] = holder.ObjectId,
            ["tid"] = tenant,
            ["ver"] = "2.0",
        });
        answer["client_info"] = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["uid"] = holder.ObjectId, ["utid"] = tenant }));
        return answer;
    }

    private sealed record DeviceCode(string Code, string UserCode, string ClientId, string Tenant, DateTimeOffset Expires)
    {
        public LabPrincipal? User { get; set; }
    }
}
