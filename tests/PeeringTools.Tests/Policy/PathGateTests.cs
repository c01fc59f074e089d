using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Policy;

/// <summary>New- and Set-PeeringPair with a policy that asks for a way, on the lab's network that assumed transitivity.</summary>
public sealed class PathGateTests : InventoryTest
{
    private const string Peer = "New-PeeringPair $analytics $hub -PolicyPath policy.json -Confirm:$false";

    public PathGateTests()
    {
        File.WriteAllText(At("policy.json"), """
            { "version": 1, "roles": { "hub": { "name": "vnet-hub" }, "analytics": { "name": "vnet-analytics" } },
              "rules": [ { "id": "inspected", "between": ["analytics", "hub"], "because": "what the classrooms send is looked at",
                "requirePath": { "from": "analytics", "to": "10.11.0.4", "via": "10.0.1.4", "protocol": "Tcp", "port": 443 } } ] }
            """);
        Run("""
            Start-PeeringLab -Estate Analytics
            $pair = Get-PeeringPair | Where-Object { "$($_.Local.VirtualNetworkName) $($_.Remote.VirtualNetworkName)" -match 'vnet-analytics' }
            foreach ($side in $pair.Local, $pair.Remote) {
                if ($side.VirtualNetworkName -eq 'vnet-hub') { $global:hub = $side.VirtualNetworkId } else { $global:analytics = $side.VirtualNetworkId }
            }
            $pair | Remove-PeeringPair -Force
            """);
    }

    [Fact]
    public void A_spoke_is_refused_until_its_route_table_and_its_flags_fit_the_hub()
    {
        Assert.Contains("next hop to 10.11.0.4/32 is", this.Refusal(Peer), StringComparison.Ordinal);
        Assert.Contains("next hop to 10.11.0.4/32 is", this.Refusal(Peer + " -WhatIf"), StringComparison.Ordinal);
        Assert.Contains("inspected", Run("(New-PeeringPair $analytics $hub -PolicyPath policy.json -PlanOnly).Problems").Single().ToString(), StringComparison.Ordinal);

        this.Associate();
        Assert.Contains("does not arrive", this.Refusal(Peer), StringComparison.Ordinal);
        Assert.Contains("does not arrive", this.Refusal(Peer + " -AllowForwardedTraffic Remote -SkipPreflight"), StringComparison.Ordinal);
        Assert.Empty(this.Writes());

        Assert.Equal("Connected", Value(Run(Peer + " -AllowForwardedTraffic Local").Single(), "Status")!.ToString());
        Assert.Equal("Compliant", Value(Run("Get-PeeringPair $analytics | Test-PeeringPolicy policy.json").Single(), "Verdict")!.ToString());
    }

    [Fact]
    public void A_pair_keeps_the_flags_its_way_needs()
    {
        this.Associate();
        Run(Peer + " -AllowForwardedTraffic Local");
        int before = this.Writes().Count;

        Assert.Contains("does not arrive", this.Refusal("Get-PeeringPair $analytics | Set-PeeringPair -AllowForwardedTraffic None -PolicyPath policy.json -Confirm:$false"), StringComparison.Ordinal);

        Assert.Equal(before, this.Writes().Count);
    }

    [Fact]
    public void The_sample_for_hub_and_spokes_takes_the_thirteenth_spoke_with_the_flags_it_asks_for()
    {
        string sample = Path.Combine(Repository.Root, "samples", "policies", "hub-and-spoke.json");
        Run("Start-PeeringLab -Estate HubSpoke; $p = (Get-PeeringPair)[0]; $global:hub = $p.Remote.VirtualNetworkId; $global:spoke = $p.Local.VirtualNetworkId -replace 'spoke-01', 'spoke-13'");

        Run("New-PeeringPair $spoke $hub -AllowForwardedTraffic Local -GatewayTransit Remote -PolicyPath $args[0] -Confirm:$false", sample);

        Assert.Equal("Compliant", Value(Run("Get-PeeringPair $spoke | Test-PeeringPolicy $args[0]", sample).Single(), "Verdict")!.ToString());
    }

    [Fact]
    public void What_may_not_be_read_around_the_networks_refuses_the_pair_with_the_reason()
    {
        this.Associate();
        Run("Set-PeeringLab -DenyAction 'Microsoft.Network/routeTables/read'");

        Assert.Contains("rule 'inspected' could not be judged, because the way from 'vnet-analytics/snet-ingest'", this.Refusal(Peer + " -AllowForwardedTraffic Local"), StringComparison.Ordinal);
        Assert.Empty(this.Writes());
    }

    /// <summary>What the one error says, and that it is the policy's.</summary>
    private string Refusal(string script)
    {
        ScriptRun run = Session.Run(script);
        Assert.Empty(run.Output);
        Assert.StartsWith("PolicyViolation,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        return run.SingleError().ToString();
    }

    /// <summary>Gives the spoke's subnet the route table that waits for it.</summary>
    private void Associate() => Run("""
        $group = $analytics.Substring(0, $analytics.IndexOf('/virtualNetworks/'))
        $null = Invoke-PeeringLabRequest -Confirm:$false -Method PUT -Path "$analytics/subnets/snet-ingest?api-version=2024-05-01" -Body (
            '{"properties":{"addressPrefix":"10.40.0.0/24","routeTable":{"id":"' + "$group/routeTables/rt-analytics" +
            '"},"networkSecurityGroup":{"id":"' + "$group/networkSecurityGroups/nsg-analytics" + '"}}}')
        """);

    /// <summary>Peerings that were put since the pair was taken away.</summary>
    private IReadOnlyList<string> Writes() =>
        [.. Run("(Get-PeeringLab).Requests | Where-Object { $_.Method -eq 'PUT' -and $_.Path -like '*virtualNetworkPeerings*' } | ForEach-Object Path").Select(path => path.ToString())];
}
