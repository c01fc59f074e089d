using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Control;

/// <summary>Rights and tenants of a principal, changed while it is signed in.</summary>
internal static class AccessJson
{
    private static readonly LabRole[] Roles = [LabRole.Owner, LabRole.Contributor, LabRole.Reader, LabRole.NetworkContributor, LabRole.TagContributor];

    public static JsonObject Apply(JsonObject wish, LabHost host)
    {
        wish.Expect("principal", "grant", "scope", "revoke", "deny", "allowAll", "join", "leave");
        LabPrincipal principal = Principal(host, wish.Text("principal") ?? throw new JsonException("'principal' is missing."));
        string scope = wish.Text("scope") ?? "/";
        if (wish.Text("grant") is string role) principal.Grant(scope, Role(role));
        if (wish.Text("revoke") is string revoked) principal.Revoke(revoked);
        if (wish["deny"] is JsonArray actions) principal.Deny(scope, [.. actions.Select(a => a?.GetValue<string>() ?? "")]);
        if (wish.ContainsKey("allowAll")) principal.ClearDenials();
        if (wish.Text("join") is string joined) principal.Join(joined);
        if (wish.Text("leave") is string left) principal.Leave(left);
        if (host.Applications.All.FirstOrDefault(a => a.ObjectId == principal.Id) is Application application) application.Tenants = [.. principal.Tenants];
        return new JsonObject
        {
            ["principal"] = principal.Id,
            ["tenants"] = new JsonArray([.. principal.Tenants.Select(t => JsonValue.Create(t))]),
            ["roles"] = new JsonArray([.. principal.Assignments.Select(a => new JsonObject { ["scope"] = a.Scope, ["role"] = a.Role.Name })]),
        };
    }

    /// <summary>A principal by the name of its application, by a user's name, or by either id.</summary>
    public static LabPrincipal Principal(LabHost host, string given)
    {
        string id = host.Applications.All.FirstOrDefault(a => a.Name == given || a.ClientId == given)?.ObjectId ?? given;
        return host.Lab.Principals.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no principal '{given}'.");
    }

    private static LabRole Role(string name) => Roles.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no role '{name}'. Known roles: {string.Join(", ", Roles.Select(r => r.Name))}.");
}
