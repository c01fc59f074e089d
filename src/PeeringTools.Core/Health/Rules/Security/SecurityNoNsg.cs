using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class SecurityNoNsg()
    : HealthRule("Security.NoNsg", PeeringSeverity.Warning, SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.NetworkInterfaces)
{
    private static readonly string[] TakeNone = [Subnet.Gateway, Subnet.Firewall, Subnet.FirewallManagement, Subnet.RouteServer];

    /// <summary>Services whose subnets Azure lets carry no security group, or none that has an effect.</summary>
    private static readonly string[] DelegationsThatTakeNone =
        ["Microsoft.Netapp/volumes", "Microsoft.HardwareSecurityModules/dedicatedHSMs", "Microsoft.BareMetal/AzureVMware", "Microsoft.BareMetal/CrayServers"];

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides.Where(side => pair.IsConnected && side.IsOpen && side.Network is not null))
        {
            Subnet[] open = [.. side.Network!.Subnets.Where(subnet => IsReachable(side.Side, subnet) && IsOpen(subnet, pair.Estate.Resources))];
            if (open.Length == 0) continue;
            yield return new FoundOutcome(side.Direction)
            {
                Arguments = [side.Name, string.Join("', '", open.Select(subnet => subnet.Name)), pair.Other(side).Name],
                Evidence = [.. Evidence.List("subnet", [.. open.Select(subnet => subnet.Id)])],
                Remediation = Remedy.Show("network vnet subnet", [.. open.Select(subnet => subnet.Id).Take(5)]),
            };
        }
    }

    private static bool IsReachable(PeeringSide side, Subnet subnet) =>
        side.PeerCompleteVnets || side.LocalSubnetNames.Contains(subnet.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Groups at every interface do what a group at the subnet would.</summary>
    private static bool IsOpen(Subnet subnet, NetworkResources resources)
    {
        if (subnet.NetworkSecurityGroupId is not null || TakeNone.Contains(subnet.Name, StringComparer.OrdinalIgnoreCase)) return false;
        if (subnet.Delegations.Any(service => DelegationsThatTakeNone.Contains(service, StringComparer.OrdinalIgnoreCase))) return false;
        NetworkInterface[] interfaces = [.. resources.InterfacesIn(subnet)];
        return interfaces.Length == 0 || interfaces.Any(nic => nic.NetworkSecurityGroupId is null);
    }
}
