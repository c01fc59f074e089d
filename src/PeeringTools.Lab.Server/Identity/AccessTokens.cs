using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>Issues access tokens and tells its own from others'. What a token says is for the Lab to judge: audience, tenant, expiry, rights.</summary>
internal sealed class AccessTokens(TokenSigner signer)
{
    private const int MostRemembered = 4096;

    // A token comes with every request of a run; its signature is worth one look.
    private readonly ConcurrentDictionary<string, bool> _genuine = new(StringComparer.Ordinal);

    /// <param name="holder">Whose it is.</param>
    /// <param name="tenantId">The directory that issues it.</param>
    /// <param name="audience">The resource, as it was asked for: clients compare it.</param>
    /// <param name="lifetime">How long it holds.</param>
    /// <param name="now">The lab's time.</param>
    public string Issue(TokenHolder holder, string tenantId, string audience, TimeSpan lifetime, DateTimeOffset now)
    {
        JsonObject claims = new()
        {
            ["aud"] = audience,
            ["iss"] = Issuer(tenantId),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.Add(lifetime).ToUnixTimeSeconds(),
            ["appid"] = holder.ClientId,
            ["idtyp"] = holder.UserName is null ? "app" : "user",
            ["oid"] = holder.ObjectId,
            ["sub"] = holder.ObjectId,
            ["tid"] = tenantId,
            ["uti"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
            ["ver"] = "1.0",
        };
        if (holder.UserName is string name)
        {
            claims["upn"] = name;
            claims["unique_name"] = name;
        }

        return signer.Sign(claims);
    }

    /// <summary>Whether this server issued the token and its issuer is the tenant it names.</summary>
    public bool IsGenuine(string token)
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_genuine.ContainsKey(hash)) return true;
        if (!Jwt.TryDecode(token, out Jwt? jwt) || !signer.Signed(jwt)
            || jwt.Claim("tid") is not string tenant || jwt.Claim("iss") != Issuer(tenant) || jwt.Claim("aud") is null)
        {
            return false;
        }

        if (_genuine.Count >= MostRemembered) _genuine.Clear();
        _genuine[hash] = true;
        return true;
    }

    private static string Issuer(string tenantId) => $"https://sts.windows.net/{tenantId}/";
}

/// <summary>Who a token is for: an application, or a user through one.</summary>
/// <param name="ObjectId">The principal of the lab.</param>
/// <param name="ClientId">The application.</param>
/// <param name="UserName">The user; null where the application speaks for itself.</param>
internal sealed record TokenHolder(string ObjectId, string ClientId, string? UserName = null);
