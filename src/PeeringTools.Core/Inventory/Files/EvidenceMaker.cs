using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>Says in an inventory's evidence where its pairs come from.</summary>
internal static class EvidenceMaker
{
    public const string Everything = "Everything";
    public const string Subscriptions = "Subscriptions";
    public const string ResourceGroup = "ResourceGroup";
    public const string InputObject = "InputObject";

    /// <summary>Of a live reading whose coverage is complete.</summary>
    public static PeeringInventoryEvidence Live(
        IReadOnlyList<PeeringConnection> connections, PairScope scope, Coverage coverage) => new()
        {
            ExportedOn = connections[0].Clock.GetUtcNow().UtcDateTime,
            Scope = scope.ResourceGroupName is not null ? ResourceGroup : scope.SubscriptionIds.Count > 0 ? Subscriptions : Everything,
            SubscriptionIds = [.. scope.SubscriptionIds.Select(id => id.ToLowerInvariant()).Distinct().OrderBy(id => id, StringComparer.Ordinal)],
            ResourceGroupName = scope.ResourceGroupName,
            Identities = [.. connections.Select(IdentityOf)],
            CoverageComplete = coverage.IsComplete,
            Coverage = [.. coverage.Entries.Select(EntryOf)],
        };

    /// <summary>Of pairs that somebody else chose: nobody knows what was left out.</summary>
    public static PeeringInventoryEvidence Pipeline(TimeProvider clock) => new() { ExportedOn = clock.GetUtcNow().UtcDateTime, Scope = InputObject };

    /// <summary>The scope in words.</summary>
    public static string ScopeOf(PeeringInventoryEvidence evidence)
    {
        string subscriptions = evidence.SubscriptionIds.Length > 0
            ? Wording.Fill(InventoryTexts.ScopeSubscriptions, string.Join(", ", evidence.SubscriptionIds))
            : InventoryTexts.ScopeDefault;
        return evidence.Scope switch
        {
            Everything => InventoryTexts.ScopeEverything,
            ResourceGroup => Wording.Fill(InventoryTexts.ScopeGroup, evidence.ResourceGroupName, subscriptions),
            InputObject => InventoryTexts.ScopePipeline,
            _ => subscriptions,
        };
    }

    private static PeeringInventoryIdentity IdentityOf(PeeringConnection connection) => new()
    {
        Account = connection.Account,
        TenantId = connection.TenantId,
        Source = connection.Source,
        Environment = connection.Environment,
    };

    private static PeeringCoverage EntryOf(CoverageEntry entry) => new()
    {
        SubscriptionId = entry.SubscriptionId.ToLowerInvariant(),
        State = entry.State.ToString(),
        Networks = entry.Networks,
        Reason = entry.Reason,
    };
}
