namespace PeeringTools.Lab.Wire;

/// <summary>A request as the services see it.</summary>
internal sealed class ArmRequest
{
    public ArmRequest(string method, Uri uri, byte[] body)
    {
        Method = method;
        Uri = uri;
        Body = body;
        Path = ArmPath.Parse(uri.AbsolutePath);
        Query = ParseQuery(uri.Query);
    }

    public string Method { get; }

    public Uri Uri { get; }

    public ArmPath Path { get; }

    public IReadOnlyDictionary<string, string> Query { get; }

    public byte[] Body { get; }

    public ApiVersion ApiVersion { get; set; }

    /// <summary>Scheme and authority of the request: every URL in an answer starts with it.</summary>
    public string Origin => $"{Uri.Scheme}://{Uri.Authority}";

    public string? Authorization { get; set; }

    public string? AuxiliaryAuthorization { get; set; }

    public string? IfMatch { get; set; }

    public string? IfNoneMatch { get; set; }

    /// <summary>Whether the lab itself asks, without a token.</summary>
    public bool Trusted { get; set; }

    public LabPrincipal Caller { get; set; } = null!;

    /// <summary>The tenant of the token; null for the lab itself, which is in all.</summary>
    public string? TenantId { get; set; }

    /// <summary>The tenants the caller showed further tokens of.</summary>
    public IReadOnlyList<string> AuxiliaryTenants { get; set; } = [];

    public LabRequest? Entry { get; set; }

    /// <summary>What goes wrong with this request.</summary>
    public LabFault? Fault { get; set; }

    /// <summary>Whether the request may count on a tenant: its token's, or one of the auxiliary ones.</summary>
    public bool SpeaksFor(string tenantId) =>
        TenantId is null
        || string.Equals(TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
        || AuxiliaryTenants.Contains(tenantId, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> ParseQuery(string query)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=');
            string name = equals < 0 ? part : part.Substring(0, equals);
            values[Uri.UnescapeDataString(name)] = equals < 0 ? "" : Uri.UnescapeDataString(part.Substring(equals + 1).Replace('+', ' '));
        }

        return values;
    }
}
