using System.Globalization;
using System.Text;
using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Access;

/// <summary>Principals, the tokens they are given and the tokens that requests show.</summary>
internal sealed class Directory
{
    private const string Challenge = "Bearer authorization_uri=\"{0}{1}\", error=\"invalid_token\", error_description=\"{2}\"";

    public static readonly string[] Audiences =
    [
        "https://management.azure.com", "https://management.core.windows.net", "https://management.usgovcloudapi.net",
        "https://management.core.usgovcloudapi.net", "https://management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn",
    ];

    private readonly Estate _estate;
    private readonly LabPrincipal _nobody = new("00000000-0000-0000-0000-000000000000", "lab", []);

    public Directory(Estate estate)
    {
        _estate = estate;
        _nobody.Grant("/", LabRole.Owner);
    }

    public List<LabPrincipal> Principals { get; } = [];

    public LabPrincipal Add(string id, string name, IEnumerable<string> tenantIds)
    {
        LabPrincipal principal = new(id, name, tenantIds);
        Principals.Add(principal);
        return principal;
    }

    public string IssueToken(string tenantId, string principalId, TimeSpan lifetime, DateTimeOffset now)
    {
        LabPrincipal principal = Principals.Find(p => string.Equals(p.Id, principalId, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"The lab knows no principal '{principalId}'.", nameof(principalId));
        if (!_estate.Tenants.ContainsKey(tenantId) || !principal.IsIn(tenantId))
        {
            throw new ArgumentException($"'{principal.Name}' is not in the tenant '{tenantId}'.", nameof(tenantId));
        }

        using MemoryStream payload = new();
        using (Utf8JsonWriter writer = new(payload))
        {
            writer.WriteStartObject();
            writer.WriteString("aud", "https://management.azure.com/");
            writer.WriteString("iss", $"https://sts.windows.net/{tenantId}/");
            writer.WriteNumber("iat", now.ToUnixTimeSeconds());
            writer.WriteNumber("nbf", now.ToUnixTimeSeconds());
            writer.WriteNumber("exp", now.Add(lifetime).ToUnixTimeSeconds());
            writer.WriteString(principal.Name.Contains('@') ? "upn" : "appid", principal.Name);
            writer.WriteString("oid", principal.Id);
            writer.WriteString("tid", tenantId);
            writer.WriteString("ver", "1.0");
            writer.WriteEndObject();
        }

        return Encode(Encoding.UTF8.GetBytes("{\"typ\":\"JWT\",\"alg\":\"none\"}")) + "." + Encode(payload.ToArray()) + ".";
    }

    /// <summary>Finds out who asks; refuses as the front end does.</summary>
    public void Authenticate(ArmRequest request, LabOptions options, DateTimeOffset now)
    {
        if (request.Trusted || (request.Authorization is null && !options.RequireAuthentication))
        {
            request.Caller = _nobody;
            return;
        }

        if (request.Authorization is null)
        {
            // The challenge names the subscription's own tenant: some clients find out by it where to sign in.
            string tenant = _estate.Subscriptions.TryGetValue(request.Path.Subscription ?? "", out Subscription? subscription) ? subscription.TenantId : "common";
            throw Unauthorized(options, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.", tenant);
        }

        (request.Caller, request.TenantId) = Read(options, request.Authorization, "InvalidAuthenticationToken", now);
        string[] auxiliary = request.AuxiliaryAuthorization?.Split([','], StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (auxiliary.Length > 3)
        {
            throw ArmError.FrontEnd(400, "InvalidAuxiliaryTokens", "The 'x-ms-authorization-auxiliary' header holds more than 3 tokens.").Thrown();
        }

        request.AuxiliaryTenants = [.. auxiliary.Select(a => Read(options, a.Trim(), "InvalidAuxiliaryTokens", now).TenantId)];
    }

    private static ArmException Unauthorized(LabOptions options, string code, string message, string tenant) =>
        ArmError.FrontEnd(401, code, message)
            .With("WWW-Authenticate", string.Format(CultureInfo.InvariantCulture, Challenge, options.Authority, tenant, message.Replace('"', '\''))).Thrown();

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static JsonDocument? Decode(LabOptions options, string header)
    {
        string token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header.Substring(7).Trim() : "";
        string[] parts = token.Split('.');
        bool genuine = parts.Length == 3 && (options.TokenVerifier?.Invoke(token) ?? parts[2].Length == 0);
        if (!genuine)
        {
            return null;
        }

        try
        {
            string payload = parts[1].Replace('-', '+').Replace('_', '/');
            return JsonDocument.Parse(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsAudience(LabOptions options, string audience) =>
        Audiences.Concat(options.Audiences).Any(a => string.Equals(a.TrimEnd('/'), audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private (LabPrincipal Principal, string TenantId) Read(LabOptions options, string header, string code, DateTimeOffset now)
    {
        using JsonDocument? token = Decode(options, header);
        JsonElement claims = token?.RootElement ?? default;
        string? tenant = claims.Member("tid").Text();
        LabPrincipal? principal = Principals.Find(p => string.Equals(p.Id, claims.Member("oid").Text(), StringComparison.OrdinalIgnoreCase));
        if (tenant is null || principal is null || !principal.IsIn(tenant))
        {
            throw Unauthorized(options, code, "The access token is invalid.", tenant ?? "common");
        }

        if (claims.Member("aud").Text() is string audience && !IsAudience(options, audience))
        {
            throw Unauthorized(options, "InvalidAuthenticationTokenAudience", $"The access token has been obtained for wrong audience or resource '{audience}'.", tenant);
        }

        if (claims.Member("exp") is not JsonElement { ValueKind: JsonValueKind.Number } expiry || expiry.GetInt64() <= now.ToUnixTimeSeconds())
        {
            throw Unauthorized(options, "ExpiredAuthenticationToken", $"The access token expiry UTC time is earlier than current UTC time '{now.UtcDateTime:u}'.", tenant);
        }

        return (principal, tenant);
    }
}
