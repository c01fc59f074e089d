using PeeringTools.Changes;
using PeeringTools.Records;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>What single rules say beyond firing.</summary>
public sealed class RuleDetailTests
{
    private static readonly SecurityRule Allow = new() { Name = "allow", Priority = 300, Direction = "Inbound", Access = "Allow", SourceAddressPrefixes = ["10.1.4.0/24"] };

    private static HealthEstate Closed() => BrokenEstates.Couple(s => s.AllowVirtualNetworkAccess = false, s => s.AllowVirtualNetworkAccess = false);

    private static string[] OpenRules(HealthEstate estate) =>
        [.. estate.Report().Findings.Single(finding => finding.RuleId.StartsWith("Access.", StringComparison.Ordinal)).Evidence.Where(line => line.Contains("lets through", StringComparison.Ordinal))];

    [Fact]
    public void A_closed_pair_lists_the_rules_that_name_addresses_of_the_peer() =>
        Assert.Contains("securityRules/allow)", Assert.Single(OpenRules(Closed().Rule("hub", Allow))), StringComparison.Ordinal);

    [Fact]
    public void Of_a_pair_that_is_closed_at_one_end_both_ends_are_looked_at() =>
        Assert.Single(OpenRules(BrokenEstates.Couple(ofSpoke: s => s.AllowVirtualNetworkAccess = false).Rule("hub", Allow)));

    [Theory]
    [InlineData("VirtualNetwork")]
    [InlineData("AzureLoadBalancer")]
    [InlineData("10.7.0.0/16")]
    public void A_rule_on_a_tag_or_on_other_addresses_lets_no_peer_in(string source) =>
        Assert.Empty(OpenRules(Closed().Rule("hub", Allow with { SourceAddressPrefixes = [source] })));

    [Theory]
    [InlineData("*", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.1.4.0/25", false)]
    public void A_rule_behind_one_that_denies_all_of_the_peer_lets_nothing_in(string denied, bool isStopped)
    {
        SecurityRule deny = new() { Name = "deny", Priority = 200, Direction = "Inbound", Access = "Deny", SourceAddressPrefixes = [denied], DestinationAddressPrefixes = ["*"] };

        Assert.Equal(isStopped ? 0 : 1, OpenRules(Closed().Rule("hub", Allow).Rule("hub", deny)).Length);
    }

    [Fact]
    public void A_denial_of_other_ports_stops_nothing()
    {
        SecurityRule deny = Allow with { Name = "deny", Priority = 100, Access = "Deny", DestinationPortRanges = ["22"] };

        Assert.Single(OpenRules(Closed().Rule("hub", Allow with { DestinationPortRanges = ["443"] }).Rule("hub", deny)));
    }

    [Fact]
    public void Groups_that_cannot_be_read_are_said_to_be_unread()
    {
        PeeringFinding found = Closed().Denied(SurroundingKinds.NetworkSecurityGroups).Report().Findings.Single(finding => finding.RuleId == "Access.Disabled");

        Assert.Contains("hub security rules: not read", found.Evidence);
    }

    [Fact]
    public void A_parked_pair_is_information_and_comes_back_by_enabling_it()
    {
        PeeringRecord record = new() { PairId = PairId.Of(HealthEstate.Id("hub").Text, HealthEstate.Id("spoke").Text), Owner = "dana", Parked = PeeringDirection.Both };

        PeeringFinding found = Closed().Tag("spoke", RecordTag.NameOf("to-hub"), RecordTag.Format(record)).Report().Findings.Single(f => f.RuleId == "Access.Disabled");

        Assert.Equal(PeeringSeverity.Information, found.Severity);
        Assert.EndsWith(" -Enabled", found.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_side_that_is_behind_is_named_and_synced_from_its_own_network()
    {
        PeeringFinding found = BrokenEstates.Of("Sync.NotInSync").Report().Findings.Single(finding => finding.RuleId == "Sync.NotInSync");

        Assert.Equal(PeeringDirection.Local, found.Side);
        Assert.StartsWith($"Sync-PeeringPair -VirtualNetworkId '{HealthEstate.Id("hub")}'", found.Remediation, StringComparison.Ordinal);
        Assert.Contains(PermissionNeeds.PeeringWrite, found.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_waiting_side_speaks_the_other_one_is_behind()
    {
        PeeringFinding found = BrokenEstates.Couple(hub => hub.PeeringSyncLevel = "RemoteNotInSync").Report().Findings.Single(finding => finding.RuleId == "Sync.NotInSync");

        Assert.Equal(PeeringDirection.Remote, found.Side);
    }

    [Fact]
    public void The_prefixes_of_a_subnet_peering_are_not_the_networks()
    {
        static void Subnets(PeeringSide side) => (side.PeerCompleteVnets, side.RemoteAddressSpace) = (false, ["10.77.0.0/24"]);

        Assert.DoesNotContain(BrokenEstates.Couple(Subnets, Subnets).Report().Findings, finding => finding.RuleId == "Sync.StaleCopy");
    }

    [Fact]
    public void Custom_dns_is_beyond_the_model_and_no_finding()
    {
        PeeringHealthReport report = BrokenEstates.Of("Dns.ZoneLinkedOnOneSide").Change("spoke", n => n with { DnsServers = ["172.30.0.4"] }).Report();

        Assert.Contains(report.Skipped, skip => skip is { RuleId: "Dns.ZoneLinkedOnOneSide", Reason: PeeringSkipReason.NotModelled });
        Assert.Equal(PeeringHealthVerdict.Healthy, report.Verdict);
    }

    [Theory]
    [InlineData("GatewaySubnet", null, false)]
    [InlineData("AzureFirewallManagementSubnet", null, false)]
    [InlineData("RouteServerSubnet", null, false)]
    [InlineData("volumes", "Microsoft.Netapp/volumes", false)]
    [InlineData("web", "Microsoft.Web/serverFarms", true)]
    [InlineData("AzureBastionSubnet", null, true)]
    public void Subnets_that_take_no_group_need_none(string subnet, string? delegation, bool isFound)
    {
        HealthEstate estate = BrokenEstates.Couple().Change("spoke", n => n with
        {
            Subnets = [.. n.Subnets, HealthEstate.Subnet("spoke", subnet, "10.1.9.0/24") with { Delegations = delegation is null ? [] : [delegation] }],
        });

        Assert.Equal(isFound, estate.Report().Findings.Any(finding => finding.RuleId == "Security.NoNsg"));
    }

    [Fact]
    public void Groups_at_every_interface_do_what_one_at_the_subnet_would()
    {
        HealthEstate estate = BrokenEstates.Couple().Change("spoke", n => n with { Subnets = [.. n.Subnets.Select(s => s with { NetworkSecurityGroupId = null })] });
        Assert.Contains(estate.Report().Findings, finding => finding.RuleId == "Security.NoNsg");

        estate.Machine("spoke", "10.1.0.4");
        estate.Interfaces[0] = estate.Interfaces[0] with { NetworkSecurityGroupId = HealthEstate.Resource("networkSecurityGroups", "nsg-spoke") };

        Assert.DoesNotContain(estate.Report().Findings, finding => finding.RuleId == "Security.NoNsg");
    }

    [Theory]
    [InlineData("shared", "prod", false)]
    [InlineData("test", "dev", false)]
    [InlineData("Production", "sandbox", true)]
    public void Only_production_with_something_else_is_a_mix(string hub, string spoke, bool isFound) => Assert.Equal(
        isFound, BrokenEstates.Couple().Tag("hub", "ENV", hub).Tag("spoke", "environment", spoke).Report().Findings.Any(f => f.RuleId == "Security.EnvironmentMix"));

    [Fact]
    public void A_gateway_that_another_peering_uses_already_is_a_conflict()
    {
        HealthEstate estate = BrokenEstates.Couple(hub => hub.AllowGatewayTransit = true, spoke => spoke.UseRemoteGateways = true).Gateway("hub")
            .Network("second", "10.2.0.0/16").Gateway("second").Pair("second", "spoke", s => s.AllowGatewayTransit = true, s => s.UseRemoteGateways = true);

        PeeringFinding found = Assert.Single(estate.Report().Findings, finding => finding.RuleId == "Gateway.Conflict");
        Assert.Contains("to-second", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_record_is_written_again_with_what_still_holds()
    {
        HealthEstate estate = BrokenEstates.Of("Lifecycle.RecordLost");
        estate.Baseline![0].ExpiresOn = HealthEstate.Now.AddDays(-1).UtcDateTime;

        PeeringFinding found = estate.Report().Findings.Single(finding => finding.RuleId == "Lifecycle.RecordLost");

        Assert.EndsWith("-Owner dana -Ticket CHG0050001", found.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlaps_among_many_peers_are_found_for_exactly_those_that_overlap()
    {
        HealthEstate estate = BrokenEstates.Couple();
        foreach (int i in Enumerable.Range(2, 40)) estate.Network("n" + i, $"10.{i}.0.0/16").Pair("hub", "n" + i);
        estate.Network("wide", "10.16.0.0/13").Pair("hub", "wide");

        HealthRun run = estate.Run(new AddressOverlapThroughPeer());
        string[] found = [.. estate.Pairs().Where(pair => run.Check(pair).Findings.Length > 0).Select(pair => pair.Remote.VirtualNetworkName)];

        Assert.Equal(["n16", "n17", "n18", "n19", "n20", "n21", "n22", "n23", "wide"], found.Order(StringComparer.Ordinal));
        Assert.Equal(8, run.Check(estate.Pairs().Single(pair => pair.Remote.VirtualNetworkName == "wide")).Findings.Length);
    }

    [Fact]
    public void The_zone_of_a_region_nobody_listed_is_said_to_be_unknown()
    {
        PeeringFinding found = new HealthEstate().Network("hub", "10.0.0.0/16").Network("moon", "10.1.0.0/16", n => n with { Location = "Moon East" })
            .Pair("hub", "moon").Report().Findings.Single(finding => finding.RuleId == "Cost.Global");

        Assert.Contains("'moon' (mooneast, zone not known)", found.Message, StringComparison.Ordinal);
    }
}
