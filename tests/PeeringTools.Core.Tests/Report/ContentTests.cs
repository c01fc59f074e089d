using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CsCheck;
using PeeringTools.Health;
using PeeringTools.Inventory;
using PeeringTools.Surroundings;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>What a report says, and that it says the same of the same estate.</summary>
public sealed class ContentTests
{
    [Fact]
    public void The_order_in_which_an_estate_was_read_changes_no_byte()
    {
        HealthEstate drawn = Estate();
        (Estate estate, PeeringPair[] pairs) = (drawn.Build(), [.. drawn.Pairs()]);
        byte[] expected = Written(estate, pairs);

        Assert.Equal(expected, Written(drawn.Build(), [.. drawn.Pairs()]));
        Gen.Select(Gen.Shuffle(pairs), Gen.Shuffle(estate.Networks.ToArray())).Sample(
            (shuffled, networks) => Assert.Equal(expected, Written(estate with { Networks = networks.ToDictionary() }, shuffled)), iter: 20);

        byte[] Written(Estate seen, PeeringPair[] all) =>
            Sheet.Of(ReportMaker.Make("t", all, Sheet.Evidence(), seen, [.. all.Select(drawn.Run().Check)])).Bytes;
    }

    [Fact]
    public void A_pair_has_its_two_sides_its_findings_with_the_command_that_mends_them_and_what_no_rule_could_say()
    {
        Sheet page = Sheet.Of(Sheet.Live(BrokenEstates.Of("Sync.NotInSync")));

        JsonNode pair = page.Pair;
        Assert.Equal(("Connected", "Broken"), ((string?)pair["status"], (string?)pair["verdict"]));
        Assert.Equal(("LocalNotInSync", "RemoteNotInSync"), ((string?)pair["local"]!["peeringSyncLevel"], (string?)pair["remote"]!["peeringSyncLevel"]));
        Assert.Equal(["10.1.0.0/16", "10.2.0.0/16"], pair["local"]!["remoteVirtualNetworkAddressSpace"]!.AsArray().Select(text => (string)text!));
        JsonNode finding = pair["findings"]!.AsArray().Single(found => (string)found!["rule"]! == "Sync.NotInSync")!;
        Assert.Equal("Error", (string?)finding["severity"]);
        Assert.StartsWith("Sync-PeeringPair ", (string?)finding["remediation"], StringComparison.Ordinal);
        JsonNode[] skips = [.. pair["skipped"]!.AsArray().Select(number => page.Json["skips"]![(int)number!]!)];
        Assert.Contains(skips, skip => (string?)skip["rule"] == "Lifecycle.RecordLost" && ((string?)skip["why"])!.Length > 0);
    }

    [Fact]
    public void The_routes_through_a_pair_are_those_it_brings_and_those_whose_next_hop_lies_behind_it()
    {
        HealthEstate estate = BrokenEstates.Couple(ofSpoke: side => side.AllowForwardedTraffic = true).Firewall("hub", "10.0.200.0").Route("spoke", "to-firewall", "0.0.0.0/0", "10.0.200.4");
        JsonNode pair = Sheet.Of(Sheet.Live(estate)).Pair;

        string[] routes = [.. pair["routes"]!.AsArray().Select(route => $"{route!["prefix"]} {route["type"]} {route["hop"]} {route["isActive"]} {string.Join(',', route["at"]!.AsArray().Select(at => (string)at!))}")];
        Assert.Contains("0.0.0.0/0 VirtualAppliance 10.0.200.4 true spoke/app", routes);
        Assert.Contains("10.1.0.0/16 VNetPeering  true hub/app,hub/AzureFirewallSubnet", routes);
        Assert.DoesNotContain(routes, route => route.Contains(" Internet ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_was_read_around_pairs_nothing_is_claimed_of_routes_and_rules()
    {
        Sheet page = Sheet.Of(Sheet.Plain(Town.Pair("a", "b", pair => pair.Status = PeeringPairStatus.Disconnected)));

        Assert.Null(page.Pair["routes"]);
        Assert.Null(page.Pair["findings"]);
        Assert.Null(page.Json["hasHealth"]);
        Assert.Equal("Broken", (string?)page.Pair["verdict"]);
        Assert.Contains(ReportTexts.HealthByState, page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, PeeringRecordState.Ok, "Overdue")]
    [InlineData(0, PeeringRecordState.Ok, "Overdue")]
    [InlineData(30, PeeringRecordState.Ok, "Soon")]
    [InlineData(31, PeeringRecordState.Ok, "Later")]
    [InlineData(-1, PeeringRecordState.Foreign, null)]
    public void A_pair_is_overdue_ends_soon_or_later_and_only_by_a_record_of_its_own(int days, PeeringRecordState record, string? expiry)
    {
        ReportContent content = Sheet.Plain(Town.Pair("a", "b", pair => (pair.RecordState, pair.ExpiresOn) = (record, HealthEstate.Now.UtcDateTime.AddDays(days))));

        Assert.Equal(expiry, (string?)Sheet.Of(content).Pair["expiry"]);
        ReportNumbers numbers = new(content);
        Assert.Equal((expiry == "Overdue" ? 1 : 0, expiry == "Soon" ? 1 : 0), (numbers.Expired, numbers.ExpiringSoon));
        Assert.Equal(expiry is "Overdue" or "Soon", content.Topology.Links[0].IsExpiring);
    }

    [Fact]
    public void Every_pair_is_a_line_between_two_boxes_of_the_picture_and_a_network_without_a_pair_is_a_box()
    {
        Sheet page = Sheet.Of(Sheet.Live(Estate()));

        JsonNode map = page.Json["map"]!;
        Assert.Equal(page.Json["pairs"]!.AsArray().Select(pair => (string)pair!["id"]!).Order(), map["lines"]!.AsObject().Select(line => line.Key).Order());
        Assert.Equal(Enumerable.Range(0, 5), map["boxes"]!.AsArray().Select(box => (int)box!["network"]!).Order());
        Assert.Contains("alone", page.Json["networks"]!.AsArray().Select(network => (string)network!["name"]!));
    }

    [Fact]
    public void The_digest_is_that_of_the_same_pairs_in_an_inventory()
    {
        PeeringPair[] pairs = [Town.Pair("c", "d"), Town.Pair("a", "b")];
        ReportContent content = Sheet.Plain(pairs);

        string expected = Convert.ToHexStringLower(SHA256.HashData(Folder.Bytes("json", pairs)));
        Assert.Equal(expected, content.Evidence.Sha256);
        Assert.Contains(expected, Sheet.Of(content).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_pair_twice_counts_once_and_two_states_of_one_pair_are_refused()
    {
        Assert.Single(Sheet.Plain(Town.Pair("a", "b"), Town.Pair("a", "b")).Pairs);
        PeeringException refused = Assert.Throws<PeeringException>(() => Sheet.Plain(Town.Pair("a", "b"), Town.Pair("a", "b", pair => pair.Status = PeeringPairStatus.Disconnected)));
        Assert.Equal(nameof(Errors.DuplicatePair), refused.Error.Id);
    }

    /// <summary>A hub with two spokes, one half that leads to a network nobody can see, and a network on its own.</summary>
    private static HealthEstate Estate() => BrokenEstates.Couple().Network("second", "10.2.0.0/16").Network("alone", "10.3.0.0/16")
        .Pair("hub", "second", ofOther: side => side.AllowVirtualNetworkAccess = false)
        .Half("second", "unseen")
        .Route("spoke", "to-second", "10.2.0.0/16", "10.0.0.4");
}
