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
        string[] parts = trimmed.Split('/');
        problem = FindProblem(parts);
        if (problem is not null) return false;
        // Nearly every id is written as Azure writes them: its text is kept, and not put together once more.
        id = new ResourceId(parts[2], parts[4], parts[8], parts.Length == 11 ? parts[10] : null, IsAsWritten(parts) ? trimmed : null);
        return true;
    }

    /// <summary>Reads an id that Azure itself wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ResourceId Parse(string text) =>
        TryParse(text, out ResourceId? id, out string? problem) ? id : throw new FormatException($"'{text}': {problem}");

    public bool Equals(ResourceId? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => this.Equals(obj as ResourceId);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    public override string ToString() => Text;

    private static string? FindProblem(string[] parts)
    {
        if (parts.Length < 2 || parts[0].Length > 0) return Texts.IdNoLeadingSlash;
        if (!Is(parts, 1, "subscriptions")) return Texts.IdNoSubscriptions;
        if (parts.Length < 3 || !Guid.TryParseExact(parts[2], "D", out _)) return Texts.IdBadSubscription;
        if (!Is(parts, 3, "resourceGroups") || !HasName(parts, 4)) return Texts.IdNoResourceGroup;
        if (!Is(parts, 5, "providers") || !Is(parts, 6, "Microsoft.Network")) return Texts.IdNotNetwork;
        if (!Is(parts, 7, "virtualNetworks") || !HasName(parts, 8)) return Texts.IdNotVirtualNetwork;
        if (parts.Length == 9) return null;
        if (!Is(parts, 9, PeeringSegment) || !HasName(parts, 10) || parts.Length > 11) return Texts.IdUnknownTail;
        return null;
    }

    private static bool IsAsWritten(string[] parts) =>
        parts[1] == "subscriptions" && parts[3] == "resourceGroups" && parts[5] == "providers" && parts[6] == "Microsoft.Network"
        && parts[7] == "virtualNetworks" && (parts.Length == 9 || parts[9] == PeeringSegment);

    private static bool Is(string[] parts, int index, string word) =>
        parts.Length > index && string.Equals(parts[index], word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name may hold what ARM allows in one; characters that would change the request's path are refused.</summary>
    private static bool HasName(string[] parts, int index) =>
        parts.Length > index && parts[index].Length > 0 && parts[index] is not ("." or "..")
        && !parts[index].Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '?' or '#' or '%' or '\\' or '&' or '<' or '>');

    private static string Format(string subscription, string? group, string? network, string? peering)
    {
        string text = "/subscriptions/" + subscription;
        if (group is not null) text += "/resourceGroups/" + group;
        if (network is not null) text += "/providers/" + VirtualNetworkType + "/" + network;
        return peering is null ? text : text + "/" + PeeringSegment + "/" + peering;
    }
}
