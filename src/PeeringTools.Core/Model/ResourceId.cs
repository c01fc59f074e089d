using System.Diagnostics.CodeAnalysis;

namespace PeeringTools;

/// <summary>
/// The id of a virtual network, of a peering or of something above them. Equality and hash ignore case, as ARM does;
/// the text keeps the casing it came with.
/// </summary>
internal sealed class ResourceId : IEquatable<ResourceId>
{
    public const string VirtualNetworkType = "Microsoft.Network/virtualNetworks";

    private const string PeeringSegment = "virtualNetworkPeerings";

    private int _hash;

    private ResourceId(string subscriptionId, string? resourceGroupName, string? virtualNetworkName, string? peeringName, string? text = null)
    {
        SubscriptionId = subscriptionId;
        ResourceGroupName = resourceGroupName;
        VirtualNetworkName = virtualNetworkName;
        PeeringName = peeringName;
        Text = text ?? Format(subscriptionId, resourceGroupName, virtualNetworkName, peeringName);
    }

    public string SubscriptionId { get; }

    public string? ResourceGroupName { get; }

    public string? VirtualNetworkName { get; }

    public string? PeeringName { get; }

    public string Text { get; }

    /// <summary>The last name of the id.</summary>
    public string Name => PeeringName ?? VirtualNetworkName ?? ResourceGroupName ?? SubscriptionId;

    /// <summary>The virtual network itself, or the one a peering lives under.</summary>
    public ResourceId VirtualNetwork =>
        PeeringName is null ? this : new ResourceId(SubscriptionId, ResourceGroupName, VirtualNetworkName, null);

    public ResourceId Subscription => new(SubscriptionId, null, null, null);

    public static ResourceId ForSubscription(string subscriptionId) => new(subscriptionId, null, null, null);

    public static ResourceId ForResourceGroup(string subscriptionId, string resourceGroupName) =>
        new(subscriptionId, resourceGroupName, null, null);

    public static ResourceId ForVirtualNetwork(string subscriptionId, string resourceGroupName, string name) =>
        new(subscriptionId, resourceGroupName, name, null);

    public ResourceId Peering(string name) => new(SubscriptionId, ResourceGroupName, VirtualNetworkName, name);

    /// <summary>Reads the id of a virtual network or of a peering.</summary>
    /// <param name="text">The id, in any casing; spaces around it and one slash at its end are forgiven.</param>
    /// <param name="id">The id when it is one.</param>
    /// <param name="problem">Which part is wrong, in words, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ResourceId? id, [NotNullWhen(false)] out string? problem)
    {
        id = null;
        string trimmed = (text ?? "").Trim().TrimEnd('/');
        IdSegments parts = IdSegments.Of(trimmed.AsSpan(), stackalloc int[IdSegments.MaximumCount]);
        string? subscription = parts.Count > 2 ? parts[2].ToString() : null;
        problem = FindProblem(parts, subscription);
        if (problem is not null) return false;
        // Nearly every id is written as Azure writes them: its text is kept, and not put together once more.
        id = new ResourceId(subscription!, parts[4].ToString(), parts[8].ToString(), parts.Count == 11 ? parts[10].ToString() : null, IsAsWritten(parts) ? trimmed : null);
        return true;
    }

    /// <summary>Reads an id that Azure itself wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ResourceId Parse(string text) =>
        TryParse(text, out ResourceId? id, out string? problem) ? id : throw new FormatException($"'{text}': {problem}");

    public bool Equals(ResourceId? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => this.Equals(obj as ResourceId);

    /// <summary>Kept, because one id is looked up many times and its text is long.</summary>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    public override string ToString() => Text;

    private static string? FindProblem(IdSegments parts, string? subscription)
    {
        if (parts.Count < 2 || parts[0].Length > 0) return Texts.IdNoLeadingSlash;
        if (!parts.Is(1, "subscriptions")) return Texts.IdNoSubscriptions;
        if (!Guid.TryParseExact(subscription, "D", out _)) return Texts.IdBadSubscription;
        if (!parts.Is(3, "resourceGroups") || !parts.HasName(4)) return Texts.IdNoResourceGroup;
        if (!parts.Is(5, "providers") || !parts.Is(6, "Microsoft.Network")) return Texts.IdNotNetwork;
        if (!parts.Is(7, "virtualNetworks") || !parts.HasName(8)) return Texts.IdNotVirtualNetwork;
        if (parts.Count == 9) return null;
        return parts.Count == 11 && parts.Is(9, PeeringSegment) && parts.HasName(10) ? null : Texts.IdUnknownTail;
    }

    private static bool IsAsWritten(IdSegments parts) =>
        parts.IsExactly(1, "subscriptions") && parts.IsExactly(3, "resourceGroups") && parts.IsExactly(5, "providers")
        && parts.IsExactly(6, "Microsoft.Network") && parts.IsExactly(7, "virtualNetworks") && (parts.Count == 9 || parts.IsExactly(9, PeeringSegment));

    private static string Format(string subscription, string? group, string? network, string? peering)
    {
        string text = "/subscriptions/" + subscription;
        if (group is not null) text += "/resourceGroups/" + group;
        if (network is not null) text += "/providers/" + VirtualNetworkType + "/" + network;
        return peering is null ? text : text + "/" + PeeringSegment + "/" + peering;
    }
}
