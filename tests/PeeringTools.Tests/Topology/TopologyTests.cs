using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Topology;

public sealed class TopologyTests : InventoryTest
{
    [Fact]
    public void A_live_reading_knows_roles_what_stands_in_the_hub_and_who_is_alone()
    {
        Run("Start-PeeringLab -Estate HubSpoke; $global:t = Get-PeeringTopology");

        Assert.Equal("vnet-hub Hub 12 vgw-hub afw-hub", Text("$n = $t.Nodes | ForEach-Object { if ($_.Role -eq 'Hub') { $_ } }; \"$($n.Name) $($n.Role) $($n.Peers) $($n.Gateways) $($n.Firewalls)\""));
        Assert.Equal("vnet-spoke-13 Isolated 0", Text("$n = $t.Nodes | ForEach-Object { if ($_.Role -eq 'Isolated') { $_ } }; \"$($n.Name) $($n.Role) $($n.Component)\""));
        Assert.Equal("12 Local Healthy", Text("$l = $t.Links; \"$($l.Count) $($l[0].RoutesThroughPeer) $($l[0].Verdict)\""));
        Assert.Equal("66 66 afw-hub", Text("$x = $t.Transits[0]; \"$($x.Couples) $($x.Open) $($x.Forwarders)\""));
    }

    [Fact]
    public void Pairs_of_a_file_need_no_connection_and_claim_nothing_of_what_stands_in_networks()
    {
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringInventory a.csv; Stop-PeeringLab");

        Assert.Equal("13 12 0 LAB Inventory", Text("$t = Import-PeeringInventory a.csv | Get-PeeringTopology; \"$($t.Nodes.Count) $($t.Links.Count) $($t.SurroundingsRead.Count) $($t.Source)\""));
        Assert.Equal("NotConnected", Refused("Get-PeeringTopology"));
    }

    [Fact]
    public void Scopes_are_those_of_pairs()
    {
        Run("Start-PeeringLab -Estate Migration; $global:id = (Get-PeeringPair)[0].Local.VirtualNetworkId; $global:sub = (Get-PeeringPair)[0].Local.SubscriptionId");

        Assert.Equal(Text("\"$(@(Get-PeeringPair $id).Count)\""), Text("\"$((Get-PeeringTopology $id).Links.Count)\""));
        Assert.Equal(Text("\"$(@(Get-PeeringPair).Count)\""), Text("\"$((Get-PeeringTopology -Source ResourceGraph).Links.Count)\""));
        Assert.Equal(Text("\"$(@(Get-PeeringPair -SubscriptionId $sub).Count)\""), Text("\"$((Get-PeeringTopology -SubscriptionId $sub -PairsOnly).Links.Count)\""));
        Assert.Equal("InvalidInput", Refused("Get-PeeringTopology -Source ResourceGraph -ResourceGroupName rg"));
        Assert.Equal("InvalidResourceId", Refused("Get-PeeringTopology -VirtualNetworkId (Get-PeeringPair)[0]"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_topology_that_was_away_keeps_its_networks_and_their_lists(int depth)
    {
        Run("Start-PeeringLab -Estate HubSpoke; $global:t = Get-PeeringTopology; $global:away = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($t, $args[0]))", depth);

        Assert.Equal("Hub vgw-hub 10.0.0.0/22 vnet-hub", Text("$n = $away.Nodes | ForEach-Object { if ($_.Role -eq 'Hub') { $_ } }; \"$($n.Role) $($n.Gateways[0]) $($n.AddressSpace[0]) $($n.Name)\""));
        Assert.Equal("Healthy Local", Text("\"$($away.Links[0].Verdict) $($away.Links[0].AllowForwardedTraffic)\""));
        Assert.Equal(Session.Show("$t").Text, Session.Show("$away").Text);
        Assert.Equal(Session.Show("$t.Nodes").Text, Session.Show("$away.Nodes").Text);
    }

    [Fact]
    public void What_may_not_be_read_around_the_networks_is_a_warning_and_not_none()
    {
        Run("Start-PeeringLab -Estate HubSpoke; Set-PeeringLab -DenyAction Microsoft.Network/azureFirewalls/read");

        ScriptRun run = Session.Run("(Get-PeeringTopology).SurroundingsUnread");

        Assert.Contains(run.Warnings, warning => warning.Contains("Firewalls", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.ToString().StartsWith("Firewalls in ", StringComparison.Ordinal));
    }

    private string Text(string script) => Assert.Single(Run(script)).ToString();
}
