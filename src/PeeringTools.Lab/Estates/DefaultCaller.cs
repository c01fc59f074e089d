using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Estates;

/// <summary>Who an estate's requests come from when nobody says otherwise.</summary>
internal static class DefaultCaller
{
    public const string Name = "operator@contoso.example";

    /// <summary>A member of the first tenant with Reader, Network Contributor and Tag Contributor on all its subscriptions.</summary>
    public static void Ensure(LabEngine engine)
    {
        if (engine.Directory.Principals.Count > 0)
        {
            LabPrincipal known = engine.Directory.Principals[0];
            Grant(engine, known);
            return;
        }

        LabTenant home = engine.Estate.Tenants.Values.FirstOrDefault() ?? engine.Estate.Tenant(Estate.DefaultTenantId, "Contoso");
        Grant(engine, engine.Directory.Add(IdSource.Named("principal/operator").ToString(), Name, [home.TenantId]));
    }

    private static void Grant(LabEngine engine, LabPrincipal caller)
    {
        foreach (Subscription subscription in engine.Estate.Subscriptions.Values.Where(s => caller.IsIn(s.TenantId)))
        {
            string scope = "/subscriptions/" + subscription.Id;
            if (!caller.Assignments.Any(a => string.Equals(a.Scope, scope, StringComparison.OrdinalIgnoreCase)))
            {
                caller.Grant(scope, LabRole.Reader).Grant(scope, LabRole.NetworkContributor).Grant(scope, LabRole.TagContributor);
            }
        }
    }
}
