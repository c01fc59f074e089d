using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.Rules;

/// <summary>A network security group or a route table does not go while a subnet or an interface names it.</summary>
internal static class AssociationRules
{
    public static void CheckDelete(StoredResource resource, Estate estate)
    {
        string[] users = Associations.Concern(resource.Type) ? [.. Associations.In(estate).Of(resource).SelectMany(a => a.Ids)] : [];
        if (users.Length == 0)
        {
            return;
        }

        throw resource.Type.Same(DefaultRules.GroupType)
            ? NetworkErrors.Bad("InUseNetworkSecurityGroupCannotBeDeleted",
                $"Network security group {resource.Id} cannot be deleted because it is in use by the following resources: {string.Join(", ", users)}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.")
            : NetworkErrors.Bad("InUseRouteTableCannotBeDeleted", $"Route table {resource.Body.Text("name")} is in use and cannot be deleted.");
    }
}
