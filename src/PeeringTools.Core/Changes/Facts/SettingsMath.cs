namespace PeeringTools.Changes;

/// <summary>Comparing and combining the writable members of a side.</summary>
internal static class SettingsMath
{
    /// <summary>Every writable member as the side has it.</summary>
    public static PeeringSettings Of(PeeringSide side) =>
        SettingMember.All.Aggregate(new PeeringSettings(), (all, member) => member.Write(all, member.Read(side)));

    /// <summary>
    /// What a side is made of again. The four flags are always said; of the younger members only those that differ from
    /// the service's default, because an older api-version refuses a member it does not have.
    /// </summary>
    public static PeeringSettings ToCreate(PeeringSide side)
    {
        PeeringSettings all = Of(side);
        return all with
        {
            DoNotVerifyRemoteGateways = side.DoNotVerifyRemoteGateways ? true : null,
            PeerCompleteVnets = side.PeerCompleteVnets ? null : false,
            LocalSubnetNames = side.LocalSubnetNames.Length > 0 ? all.LocalSubnetNames : null,
            RemoteSubnetNames = side.RemoteSubnetNames.Length > 0 ? all.RemoteSubnetNames : null,
            EnableOnlyIPv6Peering = side.EnableOnlyIPv6Peering ? true : null,
        };
    }

    /// <summary>The given members laid over others.</summary>
    public static PeeringSettings Over(this PeeringSettings given, PeeringSettings basis) =>
        SettingMember.All.Aggregate(basis, (all, member) => member.Read(given) is object value ? member.Write(all, value) : all);

    /// <summary>Only those wanted members that are not so already.</summary>
    public static PeeringSettings Unlike(this PeeringSettings wanted, PeeringSettings present) => SettingMember.All.Aggregate(
        new PeeringSettings(),
        (all, member) => member.Read(wanted) is object value && !SettingMember.Same(value, member.Read(present)) ? member.Write(all, value) : all);

    /// <summary>The basis' values of just the members that are given: what undoes a write of them.</summary>
    public static PeeringSettings Restoring(this PeeringSettings given, PeeringSettings basis) => SettingMember.All.Aggregate(
        new PeeringSettings(), (all, member) => member.Read(given) is null ? all : member.Write(all, member.Read(basis)));

    public static bool IsEmpty(this PeeringSettings settings) => SettingMember.All.All(member => member.Read(settings) is null);

    /// <summary>A line per given member: before -> after, or just the value where there is no before.</summary>
    public static IEnumerable<string> Lines(this PeeringSettings given, PeeringSettings? before) =>
        from member in SettingMember.All
        let after = member.Read(given)
        where after is not null
        select before is null
            ? $"{member.Name}: {SettingMember.Show(after)}"
            : $"{member.Name}: {SettingMember.Show(member.Read(before))} -> {SettingMember.Show(after)}";
}
