using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Routing;

/// <summary>Get-PeeringRoute against the healthy hub and spokes of the lab.</summary>
public sealed class RouteTests : LabTest
{
    private readonly string _spoke;

    public RouteTests()
    {
        Start("HubSpoke");
        _spoke = this.IdOf("vnet-spoke-01");
    }

    [Fact]
    public void Every_subnet_has_its_routes_and_says_where_they_come_from() => Assert.Equal(
        [
            "User Active 0.0.0.0/0 VirtualAppliance 10.0.1.4 route 'to-firewall' of table 'rt-spokes'",
            "Default Active 10.1.0.0/16 VnetLocal  address space of 'vnet-spoke-01'",
            "Default Invalid 0.0.0.0/0 Internet  Azure's own default route",
            "Default Active 10.0.0.0/22 VNetPeering  peering 'peer-vnet-hub' with 'vnet-hub'",
            "VirtualNetworkGateway Active 192.168.0.0/16 VirtualNetworkGateway  gateway 'vgw-hub', used through peering 'peer-vnet-hub'",
        ],
        this.Rows("Get-PeeringRoute -SubnetId \"$($args[0])/subnets/snet-app\"", _spoke));

    [Fact]
    public void A_network_comes_from_the_pipeline_in_any_shape_that_has_an_id()
    {
        string[] rows = this.Rows("Get-PeeringRoute -VirtualNetworkId $args[0]", _spoke);

        Assert.Equal(10, rows.Length);
        Assert.Equal(rows, this.Rows("[pscustomobject]@{ Id = $args[0] } | Get-PeeringRoute", _spoke));
        Assert.Equal(rows, this.Rows("$args[0] | Get-PeeringRoute", _spoke));
    }

    [Fact]
    public void A_machine_that_runs_says_the_same_as_the_model()
    {
        string machine = _spoke[.._spoke.IndexOf("/virtualNetworks", StringComparison.OrdinalIgnoreCase)] + "/networkInterfaces/nic-spoke-01";

        Assert.Equal(["Same"], Pairs("(Get-PeeringRoute -NetworkInterfaceId $args[0] -Live).Difference", machine).Select(word => word.ToString()).Distinct());
    }

    [Theory]
    [InlineData("-VirtualNetworkId \"$($args[0])x\"", "VirtualNetworkNotFound")]
    [InlineData("-SubnetId \"$($args[0])/subnets/nope\"", "PathEndUnknown")]
    [InlineData("-SubnetId $args[0]", "PathEndUnknown")]
    [InlineData("-NetworkInterfaceId \"$($args[0])/subnets/snet-app\"", "PathEndUnknown")]
    public void What_is_not_there_is_said_once(string arguments, string error)
    {
        ScriptRun run = Session.Run($"Get-PeeringRoute {arguments}", _spoke);

        Assert.Equal($"{error},PeeringTools.Commands.GetPeeringRouteCommand", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Empty(run.Output);
    }

    private string[] Rows(string script, string argument) =>
        [.. Pairs($"& {{ {script} }} @args | ForEach-Object {{ \"$($_.RouteSource) $($_.State) $($_.AddressPrefix) $($_.NextHopType) $($_.NextHopIpAddress) $($_.Origin)\" }}", argument).Select(row => row.ToString())];
}
