using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>Says in an inventory's evidence where its pairs come from.</summary>
internal static class EvidenceMaker
{
    public const string Everything = "Everything";
    public const string Subscriptions = "Subscriptions";
    public const string ResourceGroup = "ResourceGroup";
    public const string ManagementGroup = "ManagementGroup";
    public const string InputObject = "InputObject";

    /// <summary>Of a reading, with what it covered.</summary>
    public static PeeringInventoryEvidence Live(
        IReadOnlyList<PeeringConnection> connections, PairScope scope, Coverage coverage) => new()
        {
            ExportedOn = connections[0].Clock.GetUtcNow().UtcDateTime,
            Scope = KindOf(scope),
            Source = scope.Source,
            SubscriptionIds = [.. scope.SubscriptionIds.Select(id => id.ToLowerInvariant()).Distinct().OrderBy(id => id, StringComparer.Ordinal)],
            ResourceGroupName = scope.ResourceGroupName,
            ManagementGroupId = scope.ManagementGroupId,
            Identities = [.. connections.Select(IdentityOf)],
            CoverageComplete = coverage.IsComplete,
            Coverage = [.. coverage.Entries.Select(EntryOf)],
        };

    /// <summary>Of pairs that somebody else chose: nobody knows what was left out.</summary>
    public static PeeringInventoryEvidence Pipeline(TimeProvider clock) => new() { ExportedOn = clock.GetUtcNow().UtcDateTime, Scope = InputObject };

    /// <summary>The same scope again: live, but for a management group, which only Resource Graph can be asked for.</summary>
    public static PairScope Again(PeeringInventoryEvidence evidence) => new()
    {
        ResourceGroupName = evidence.ResourceGroupName,
        SubscriptionIds = evidence.SubscriptionIds,
        ManagementGroupId = evidence.ManagementGroupId,
        RereadsDoubtful = true,
    };

    /// <summary>The scope in words.</summary>
    public static string ScopeOf(PeeringInventoryEvidence evidence)
    {
        string subscriptions = evidence.SubscriptionIds.Length > 0
            ? Wording.Fill(InventoryTexts.ScopeSubscriptions, string.Join(", ", evidence.SubscriptionIds))
            : InventoryTexts.ScopeDefault;
        return evidence.Scope switch
        {
            Everything => InventoryTexts.ScopeEverything,
            ManagementGroup => Wording.Fill(InventoryTexts.ScopeManagementGroup, evidence.ManagementGroupId),
            ResourceGroup => Wording.Fill(InventoryTexts.ScopeGroup, evidence.ResourceGroupName, subscriptions),
            InputObject => InventoryTexts.ScopePipeline,
            _ => subscriptions,
        };
    }

    private static string KindOf(PairScope scope) => scope switch
    {
        { ManagementGroupId: not null } => ManagementGroup,
        { ResourceGroupName: not null } => ResourceGroup,
        { SubscriptionIds.Count: > 0 } => Subscriptions,
        _ => Everything,
    };

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
