using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>What the network provider refuses.</summary>
internal static class NetworkErrors
{
    public static ArmException Bad(string code, string message) => ArmError.Provider(400, code, message).Thrown();

    public static ArmException NotFound(string id) => ArmError.Provider(404, "NotFound", $"Resource {id} not found.").Thrown();

    public static ArmException SpacesOverlap(string peeringId, VirtualNetwork a, VirtualNetwork b) =>
        Bad("VnetAddressSpacesOverlap",
            $"Cannot create or update peering {peeringId}. Virtual networks {a.Id} and {b.Id} cannot be peered because their address spaces overlap. Overlapping address prefixes: {string.Join(", ", a.AddressSpace.OverlappingPrefixes(b.AddressSpace))}");

    public static ArmException OverlapsPeered(string peeringId, VirtualNetwork a, VirtualNetwork b, string whose, string thirdId, IEnumerable<string> prefixes, string with) =>
        Bad("VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
            $"Cannot create or update peering {peeringId}. Virtual networks {a.Id} and {b.Id} cannot be peered because address space of the {whose} virtual network overlaps with address space of virtual network {thirdId} already peered with the {with}. Overlapping address prefixes: {string.Join(", ", prefixes)}. For more information see https://aka.ms/VnetPeeringInfo");

    public static ArmException RemoteNotFound(string remoteId, string peeringId) =>
        Bad("InvalidGlobalResourceReference",
            $"Resource {remoteId} referenced by resource {peeringId} was not found. Please make sure that the referenced resource exists.");

    public static ArmException RemoteDisconnected(string peeringId, Peering remote) =>
        Bad("RemotePeeringIsDisconnected",
            $"Cannot create or update peering {peeringId} because remote peering {remote.Id} referencing parent virtual network {remote.RemoteId} is in Disconnected state. Update or re-create the remote peering to get it back to Initiated state. Peering gets Disconnected when remote vnet or remote peering is deleted and re-created.");

    public static ArmException AlreadyReferences(string peeringId, Peering existing) =>
        Bad("AnotherPeeringAlreadyReferencesRemoteVnet",
            $"Peering {peeringId} cannot be created because another peering {existing.Id} already references remote virtual network {existing.RemoteId}.");

    public static ArmException RemoteChanged(Peering existing, string wanted) =>
        Bad("ChangingRemoteVirtualNetworkNotAllowed",
            $"Changing remote virtual network of peering {existing.Id} from {existing.RemoteId} to {wanted} is not allowed.");

    public static ArmException Busy(string operationUrl) =>
        ArmError.Provider(409, "AnotherOperationInProgress",
            $"Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: {operationUrl}.").Thrown();

    public static ArmException RemoteBusy(VirtualNetwork remote, string peeringId, string operation) =>
        Bad("ReferencedResourceNotProvisioned",
            $"Cannot proceed with operation because resource {remote.Id} used by resource {peeringId} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is {operation}.");

    public static ArmException EtagMismatch(string given, string actual, string id) =>
        ArmError.Provider(412, "PreconditionFailed", "Precondition failed.",
            ("PreconditionFailedEtagMismatch", $"Etag provided in if-match header {given} does not match etag {actual} of resource {id} in NRP data store.")).Thrown();
}
