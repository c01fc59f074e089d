using PeeringTools.Lab.Access;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>A peering reaches into another network: the caller needs the peer action there, and in another tenant a token of it.</summary>
internal static class LinkedAccess
{
    private const string Write = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write";
    private const string PeerAction = "Microsoft.Network/virtualNetworks/peer/action";

    public static void Check(ArmRequest request, Estate estate, string peeringId, string remoteId)
    {
        string subscription = remoteId.Split('/')[2];
        LabPrincipal caller = request.Caller;
        bool known = estate.Subscriptions.TryGetValue(subscription, out Subscription? remote);
        if (known && !request.SpeaksFor(remote!.TenantId))
        {
            throw Failed($"The client '{caller.Name}' with object id '{caller.Id}' has permission to perform action '{PeerAction}' on scope '{peeringId}', however the current tenant '{request.TenantId}' is not authorized to access linked subscription '{subscription}'.");
        }

        // What does not exist is, to one without rights everywhere, only a scope that is 'invalid'.
        if (!Rights.May(caller, PeerAction, remoteId) || !known)
        {
            if (request.TenantId is null)
            {
                return;
            }

            throw Failed($"The client '{caller.Name}' with object id '{caller.Id}' has permission to perform action '{Write}' on scope '{peeringId}'; however, it does not have permission to perform action(s) 'peer/action' on the linked scope(s) '{remoteId}' (respectively) or the linked scope(s) are invalid.");
        }
    }

    private static ArmException Failed(string message) => ArmError.FrontEnd(403, "LinkedAuthorizationFailed", message).Thrown();
}
