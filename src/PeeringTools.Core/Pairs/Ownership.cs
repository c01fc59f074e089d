namespace PeeringTools.Pairs;

/// <summary>
/// Finds the service that made a pair and would make it again, from the names such services give. A lock is no
/// ownership: people set locks on what is theirs.
/// </summary>
internal static class Ownership
{
    public const string NetworkManager = "NetworkManager";
    public const string VirtualWan = "VirtualWan";
    public const string Databricks = "Databricks";

    private const string NetworkManagerPeering = "ANM_";
    private const string SpokeToHubPeering = "RemoteVnetToHubPeering_";
    private const string HubNetwork = "HV_";
    private const string HubGroup = "RG_";
    private const string WorkersNetwork = "workers-vnet";
    private const string WorkersGroup = "databricks-rg";
    private const string DatabricksTag = "databricks-environment";

    /// <summary>True for tags that ownership is concluded from.</summary>
    public static bool IsMarker(string tagName) => string.Equals(tagName, DatabricksTag, StringComparison.OrdinalIgnoreCase);

    public static OwnershipFinding? Of(PairEnd one, PairEnd other) =>
        OfPeering(one.Side?.Name) ?? OfPeering(other.Side?.Name) ?? OfNetwork(one) ?? OfNetwork(other);

    private static OwnershipFinding? OfPeering(string? name)
    {
        if (name is null) return null;
        if (Starts(name, NetworkManagerPeering)) return Found(NetworkManager, PairTexts.OwnedByPeeringName, name, NetworkManagerPeering);
        return Starts(name, SpokeToHubPeering) ? Found(VirtualWan, PairTexts.OwnedByPeeringName, name, SpokeToHubPeering) : null;
    }

    private static OwnershipFinding? OfNetwork(PairEnd end)
    {
        ResourceId? id = end.Network?.Id;
        if (id is null && !ResourceId.TryParse(end.VirtualNetworkId, out id, out _)) return null;
        string name = id.VirtualNetworkName!;
        string group = id.ResourceGroupName!;
        if (IsHubName(name, HubNetwork) && IsHubName(group, HubGroup)) return Found(VirtualWan, PairTexts.OwnedByHubNetwork, name, group);
        if (!string.Equals(name, WorkersNetwork, StringComparison.OrdinalIgnoreCase)) return null;
        if (Starts(group, WorkersGroup)) return Found(Databricks, PairTexts.OwnedByWorkersGroup, name, group);
        // The managed group can be given any name when the workspace is made; its resources carry this tag then too.
        return end.Network?.Tags.ContainsKey(DatabricksTag) == true
            ? Found(Databricks, PairTexts.OwnedByWorkersTag, name, DatabricksTag)
            : null;
    }

    /// <summary>Virtual WAN names a hub's network <c>HV_hub_guid</c> and its group <c>RG_hub_guid</c>, in a subscription of Microsoft's.</summary>
    private static bool IsHubName(string name, string prefix) =>
        Starts(name, prefix) && Guid.TryParseExact(name[(name.LastIndexOf('_') + 1)..], "D", out _);

    private static bool Starts(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static OwnershipFinding Found(string owner, string evidence, params object?[] arguments) =>
        new(owner, Wording.Fill(evidence, arguments));
}
