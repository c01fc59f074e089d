namespace PeeringTools;

/// <summary>Who read an inventory.</summary>
public sealed class PeeringInventoryIdentity
{
    /// <summary>The user, application or managed identity.</summary>
    public string Account { get; set; } = "";

    /// <summary>The tenant it signed in to.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>How it signed in.</summary>
    public string Source { get; set; } = "";

    /// <summary>The cloud, or LAB.</summary>
    public string Environment { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Account} @ {TenantId} ({Source})";
}
