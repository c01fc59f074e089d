using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>A network security group at the subnet or the interface it guards.</summary>
internal sealed class SecurityGroup
{
    private SecurityGroup(StoredResource resource, string association, string associatedId, AddressTags tags)
    {
        Id = resource.Id;
        Association = association;
        AssociatedId = associatedId;
        Tags = tags;
        Rules =
        [
            .. resource.Properties().Items("securityRules").Select(r => new SecurityRule(r, isDefault: false))
                .Concat(resource.Properties().Items("defaultSecurityRules").Select(r => new SecurityRule(r, isDefault: true)))
                .OrderBy(r => r.Direction, StringComparer.Ordinal).ThenBy(r => r.Priority),
        ];
    }

    public string Id { get; }

    /// <summary>subnet or networkInterface.</summary>
    public string Association { get; }

    public string AssociatedId { get; }

    public AddressTags Tags { get; }

    public SecurityRule[] Rules { get; }

    /// <summary>The groups a packet meets at an interface: the interface's own and its subnet's.</summary>
    public static IEnumerable<SecurityGroup> At(Interface nic, Estate estate)
    {
        AddressTags tags = new(nic.Subnet, estate);
        if (estate.Find(nic.SecurityGroupId) is StoredResource own)
        {
            yield return new SecurityGroup(own, "networkInterface", nic.Id, tags);
        }

        if (estate.Find(UserRoutes.Named(nic.Subnet, "networkSecurityGroup")) is StoredResource shared)
        {
            yield return new SecurityGroup(shared, "subnet", nic.Subnet.Id, tags);
        }
    }

    /// <summary>The first rule that matches decides; the last of the default rules always does.</summary>
    public SecurityRule Decide(Packet packet, string direction) => Rules.First(r => r.Direction.Same(direction) && r.Matches(packet, Tags));
}
