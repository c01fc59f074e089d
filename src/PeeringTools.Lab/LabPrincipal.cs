namespace PeeringTools.Lab;

/// <summary>Someone who calls the lab: a user or a service principal, its tenants and its rights.</summary>
public sealed class LabPrincipal
{
    private readonly object _gate = new();
    private List<LabRoleAssignment> _assignments = [];
    private List<LabRoleAssignment> _denials = [];
    private List<string> _tenants;

    internal LabPrincipal(string id, string name, IEnumerable<string> tenants)
    {
        Id = id;
        Name = name;
        _tenants = [.. tenants];
    }

    /// <summary>The object id, the token's <c>oid</c>.</summary>
    public string Id { get; }

    /// <summary>A user principal name, or an application id.</summary>
    public string Name { get; }

    /// <summary>The tenants it exists in: its own and those it is a guest of.</summary>
    public IReadOnlyList<string> Tenants => _tenants;

    /// <summary>Its roles.</summary>
    public IReadOnlyList<LabRoleAssignment> Assignments => _assignments;

    /// <summary>What is taken from it whatever its roles give, like Azure's deny assignments.</summary>
    internal IReadOnlyList<LabRoleAssignment> Denials => _denials;

    /// <summary>Gives a role at a scope.</summary>
    public LabPrincipal Grant(string scope, LabRole role)
    {
        lock (_gate) _assignments = [.. _assignments, new LabRoleAssignment(Trimmed(scope), role)];
        return this;
    }

    /// <summary>Takes all roles away that were given at this scope.</summary>
    public LabPrincipal Revoke(string scope)
    {
        lock (_gate) _assignments = [.. _assignments.Where(a => !string.Equals(a.Scope, Trimmed(scope), StringComparison.OrdinalIgnoreCase))];
        return this;
    }

    /// <summary>Takes actions away at a scope and below, whatever its roles give.</summary>
    /// <param name="scope">A resource id, or "/" for everywhere.</param>
    /// <param name="actions">Actions; wildcards are allowed.</param>
    public LabPrincipal Deny(string scope, params string[] actions)
    {
        lock (_gate) _denials = [.. _denials, new LabRoleAssignment(Trimmed(scope), new LabRole("Denied", actions, []))];
        return this;
    }

    /// <summary>Gives back all that <see cref="Deny"/> took.</summary>
    public LabPrincipal ClearDenials()
    {
        lock (_gate) _denials = [];
        return this;
    }

    /// <summary>Makes it a guest of a tenant.</summary>
    public LabPrincipal Join(string tenantId)
    {
        lock (_gate) _tenants = [.. _tenants.Where(t => !string.Equals(t, tenantId, StringComparison.OrdinalIgnoreCase)), tenantId];
        return this;
    }

    /// <summary>Removes it from a tenant.</summary>
    public LabPrincipal Leave(string tenantId)
    {
        lock (_gate) _tenants = [.. _tenants.Where(t => !string.Equals(t, tenantId, StringComparison.OrdinalIgnoreCase))];
        return this;
    }

    internal bool IsIn(string tenantId) => _tenants.Contains(tenantId, StringComparer.OrdinalIgnoreCase);

    private static string Trimmed(string scope) => scope.Length > 1 ? scope.TrimEnd('/') : scope;
}
