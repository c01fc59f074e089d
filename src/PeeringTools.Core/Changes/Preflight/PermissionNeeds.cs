namespace PeeringTools.Changes;

/// <summary>Which action a step needs on which network.</summary>
/// <remarks>Azure docs, manage-peering "Permissions": write on the own network and peer/action on the remote one; delete needs only its own.</remarks>
internal static class PermissionNeeds
{
    public const string TagsWrite = "Microsoft.Resources/tags/write";

    public const string PeeringWrite = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write";

    public const string PeerAction = "Microsoft.Network/virtualNetworks/peer/action";

    private const string PeeringDelete = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete";

    public static IEnumerable<(Half Half, string Action)> Of(ChangeStep step) => step.Kind switch
    {
        StepKind.DeletePeering => [(step.Half, PeeringDelete)],
        StepKind.MergeTag or StepKind.DeleteTag => [(step.Half, TagsWrite)],
        _ => [(step.Half, PeeringWrite), (step.Half.Other(), PeerAction)],
    };
}
