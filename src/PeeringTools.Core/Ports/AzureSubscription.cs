namespace PeeringTools.Ports;

/// <summary>A subscription as its own GET or the list of visible ones tells it. State: Enabled, Warned, PastDue, Disabled, Deleted.</summary>
internal sealed record AzureSubscription(string SubscriptionId, string DisplayName, string? TenantId, string State);
