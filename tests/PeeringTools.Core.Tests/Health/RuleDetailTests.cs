using PeeringTools.Changes;
using PeeringTools.Fakes;
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
        PeeringRecord record = new() { PairId = PairId.Of(EstateSketch.IdOf("hub").Text, EstateSketch.IdOf("spoke").Text), Owner = "dana", Parked = PeeringDirection.Both };

        PeeringFinding found = Closed().Tag("spoke", RecordTag.NameOf("to-hub"), RecordTag.Format(record)).Report().Findings.Single(f => f.RuleId == "Access.Disabled");

        Assert.Equal(PeeringSeverity.Information, found.Severity);
        Assert.EndsWith(" -Enabled", found.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_side_that_is_behind_is_named_and_synced_from_its_own_network()
    {
        PeeringFinding found = BrokenEstates.Of("Sync.NotInSync").Report().Findings.Single(finding => finding.RuleId == "Sync.NotInSync");

        Assert.Equal(PeeringDirection.Local, found.Side);
        Assert.StartsWith($"Sync-PeeringPair -VirtualNetworkId '{EstateSketch.IdOf("hub")}'", found.Remediation, StringComparison.Ordinal);
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
        HealthEstate estate = BrokenEstates.Couple().Draw(sketch => sketch.Subnet(
            "spoke/" + subnet, "10.1.9.0/24", change: s => s with { Delegations = delegation is null ? [] : [delegation] }));

        Assert.Equal(isFound, estate.Report().Findings.Any(finding => finding.RuleId == "Security.NoNsg"));
    }

    [Fact]
    public void Groups_at_every_interface_do_what_one_at_the_subnet_would()
    {
        HealthEstate estate = BrokenEstates.Couple().Change("spoke", n => n with { Subnets = [.. n.Subnets.Select(s => s with { NetworkSecurityGroupId = null })] });
        Assert.Contains(estate.Report().Findings, finding => finding.RuleId == "Security.NoNsg");

        estate.Draw(sketch => sketch.Interface("web", "spoke/app", "10.1.0.4", nic => nic with { NetworkSecurityGroupId = HealthEstate.Group("spoke") }));

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
        PeeringFinding found = new HealthEstate().Network("hub", "10.0.0.0/16").Network("moon", "10.1.0.0/16", "Moon East")
            .Pair("hub", "moon").Report().Findings.Single(finding => finding.RuleId == "Cost.Global");

        Assert.Contains("'moon' (mooneast, zone not known)", found.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(HealthEstate estate) =>
        estate.Report().Findings.Where(finding => finding.Severity > PeeringSeverity.Information).Select(finding => finding.RuleId);

    [Fact]
    public void Inspection_in_one_of_the_two_networks_is_a_choice_and_elsewhere_a_surprise()
    {
        HealthEstate inspected = BrokenEstates.Of("Routing.Asymmetric");
        Assert.Equal(PeeringSeverity.Information, inspected.Report().Findings.Single(finding => finding.RuleId == "Routing.Shadowed").Severity);

        HealthEstate elsewhere = BrokenEstates.Couple().Network("third", "10.3.0.0/16").Pair("spoke", "third", s => s.AllowForwardedTraffic = true)
            .Firewall("third", "10.3.200.0").Route("spoke", "detour", "10.0.0.0/16", "10.3.200.0");
        Assert.Contains("Routing.Shadowed", Ids(elsewhere));
    }

    [Fact]
    public void Both_ways_through_the_appliance_is_no_asymmetry() => Assert.DoesNotContain(
        "Routing.Asymmetric", Ids(BrokenEstates.Of("Routing.Asymmetric").Route("hub", "back", "10.1.0.0/16", "10.0.200.0")));

    [Fact]
    public void A_less_specific_route_leaves_the_peering_alone() => Assert.DoesNotContain(
        "Routing.Blackhole", Ids(BrokenEstates.Couple().Route("spoke", "drop-all", "10.0.0.0/8", "None")));

    [Fact]
    public void A_machine_that_does_not_forward_is_told_how_to()
    {
        PeeringFinding found = BrokenEstates.Of("Routing.DeadNextHop").Draw(sketch => sketch.Interface("nva", "hub/app", "10.0.200.4"))
            .Report().Findings.Single(finding => finding.RuleId == "Routing.DeadNextHop");

        Assert.Equal($"az network nic update --ids '{EstateSketch.InterfaceIdOf("nva")}' --ip-forwarding true", found.Remediation);
        Assert.Contains("'nva'", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)SurroundingKinds.NetworkInterfaces)]
    [InlineData((int)SurroundingKinds.ScaleSetInterfaces)]
    [InlineData((int)SurroundingKinds.Firewalls)]
    public void A_next_hop_that_may_be_something_unread_is_not_called_dead(int kind)
    {
        PeeringHealthReport report = BrokenEstates.Of("Routing.DeadNextHop").Denied((SurroundingKinds)kind).Report();

        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "Routing.DeadNextHop");
        Assert.Contains(report.Skipped, skip => skip is { RuleId: "Routing.DeadNextHop", Reason: PeeringSkipReason.NotRead });
    }

    [Fact]
    public void An_appliance_that_may_be_unread_leaves_forwarding_unjudged()
    {
        PeeringHealthReport report = BrokenEstates.Of("Forwarding.Unused").Denied(SurroundingKinds.Firewalls).Report();

        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "Forwarding.Unused");
        Assert.Contains(report.Skipped, skip => skip is { RuleId: "Forwarding.Unused", Reason: PeeringSkipReason.NotRead });
    }

    [Fact]
    public void Each_use_of_forwarded_traffic_is_one()
    {
        static HealthEstate On() => BrokenEstates.Of("Forwarding.Unused");
        Assert.DoesNotContain("Forwarding.Unused", Ids(On().Firewall("hub", "10.0.200.0")));
        Assert.DoesNotContain("Forwarding.Unused", Ids(On().Draw(sketch => sketch.Appliance("nva", "hub/app", "10.0.0.9"))));
        Assert.DoesNotContain("Forwarding.Unused", Ids(On().Route("spoke", "out", "0.0.0.0/0", "10.0.0.9")));
    }

    [Fact]
    public void A_spoke_that_others_reach_through_the_hubs_appliance_must_accept_it()
    {
        HealthEstate estate = BrokenEstates.Couple().Firewall("hub", "10.0.200.0").Network("other", "10.2.0.0/16")
            .Pair("hub", "other", null, s => s.AllowForwardedTraffic = true).Route("other", "to-spoke", "10.1.0.0/16", "10.0.200.0");

        PeeringFinding found = Assert.Single(estate.Report().Findings, finding => finding.RuleId == "Forwarding.Missing");
        Assert.Equal(PeeringDirection.Remote, found.Side);
        Assert.EndsWith("-AllowForwardedTraffic Remote", found.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_default_route_to_the_hub_only_the_sender_needs_to_accept_answers()
    {
        HealthEstate estate = BrokenEstates.Couple().Firewall("hub", "10.0.200.0").Network("other", "10.2.0.0/16")
            .Pair("hub", "other", null, s => s.AllowForwardedTraffic = true).Route("other", "out", "0.0.0.0/0", "10.0.200.0");

        Assert.DoesNotContain("Forwarding.Missing", Ids(estate));
    }

    [Fact]
    public void A_dns_server_that_the_model_reaches_is_no_finding() =>
        Assert.Empty(Ids(BrokenEstates.Couple().Change("spoke", n => n with { DnsServers = ["10.0.0.10"] })));

    [Fact]
    public void Nothing_live_is_said_unless_somebody_asked()
    {
        PeeringHealthReport report = BrokenEstates.Couple().Report();

        Assert.DoesNotContain(report.Skipped, skip => skip.RuleId.StartsWith("Live.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_that_gives_no_answer_is_skipped_and_does_not_cloud_the_verdict()
    {
        PeeringHealthReport report = BrokenEstates.Running([], [], PeeringError.Of(nameof(Errors.AccessDenied), null, "nic", "stopped")).Report();

        Assert.Contains(report.Skipped, skip => skip is { RuleId: "Live.Routes", Reason: PeeringSkipReason.NotModelled });
        Assert.Equal(PeeringHealthVerdict.Healthy, report.Verdict);
    }
}
