using System.Text;
using CsCheck;

namespace PeeringTools.Inventory;

/// <summary>What is written is a function of the estate alone.</summary>
public class InventoryFormatTests
{
    private static readonly string[] Endings = ["csv", "json", "html"];

    public static readonly TheoryData<string> Formats = [.. Endings];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_estate_in_any_order_and_orientation_gives_the_same_bytes(string format) =>
        (from estate in Sample.AnyEstate(6)
         from shuffled in Gen.Shuffle(estate)
         from turned in Gen.Bool.Array[6]
         select (estate, shuffled: shuffled.Select((pair, i) => turned[i] ? Turn(pair) : pair)))
        .Sample(t => Assert.Equal(Folder.Bytes(format, t.estate), Folder.Bytes(format, t.shuffled)), iter: 200);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_casing_of_what_Azure_compares_without_case_makes_no_other_file(string format) =>
        Gen.Bool.Array[64].Sample(upper =>
        {
            PeeringPair pair = Sample.Pair();
            string Recase(string? text) => string.Concat((text ?? "").Select((c, i) => upper[i % 64] ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
            PeeringSide local = pair.Local;
            (local.VirtualNetworkId, local.VirtualNetworkName, local.ResourceGroupName) = (Recase(local.VirtualNetworkId), Recase(local.VirtualNetworkName), Recase(local.ResourceGroupName));
            (local.SubscriptionId, local.TenantId, local.Location) = (Recase(local.SubscriptionId), Recase(local.TenantId), Recase("West Europe"));
            pair.Remote.RemoteVirtualNetworkId = Recase(pair.Remote.RemoteVirtualNetworkId);
            Assert.Equal(Folder.Bytes(format, [Sample.Pair()]), Folder.Bytes(format, [pair]));
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Time_source_etag_and_provisioning_state_are_not_in_the_data(string format)
    {
        PeeringPair later = Sample.Pair();
        (later.AsOf, later.Source, later.Changed, later.Differences) = (later.AsOf.AddDays(3), "ResourceGraph", true, ["x"]);
        (later.Local.Etag, later.Local.ProvisioningState) = ("other", "Updating");
        Assert.Equal(Folder.Bytes(format, [Sample.Pair()]), Folder.Bytes(format, [later]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lists_in_any_order_are_the_same_list(string format)
    {
        (PeeringPair one, PeeringPair other) = (Sample.Pair(), Sample.Pair());
        one.Local.RemoteAddressSpace = ["10.2.0.0/16", "10.10.0.0/16", "fd00::/48"];
        other.Local.RemoteAddressSpace = ["fd00::/48", "10.10.0.0/16", "10.2.0.0/16", "10.2.0.0/16"];
        Assert.Equal(Folder.Bytes(format, [one]), Folder.Bytes(format, [other]));
        Assert.Contains("10.2.0.0/16;10.10.0.0/16;fd00::/48", Folder.Text("csv", one), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_sorted_by_the_two_ids_and_the_same_pair_twice_is_one_row()
    {
        string csv = Folder.Text("csv", Sample.Pair("b", "c"), Sample.Pair("a", "c"), Turn(Sample.Pair("a", "c")), Sample.Pair("a", "b"));
        int id = InventorySchema.IndexOf("LocalVirtualNetworkName");
        int remote = InventorySchema.IndexOf("RemoteVirtualNetworkName");
        Assert.Equal(["ab", "ac", "bc"], csv.Split('\n')[1..^1].Select(line => line.Split(',')).Select(cells => cells[id] + cells[remote]));
    }

    [Fact]
    public void A_pair_that_came_twice_and_changed_in_between_is_an_error()
    {
        PeeringPair changed = Sample.Pair();
        changed.Local.AllowForwardedTraffic = true;
        PeeringException refused = Assert.Throws<PeeringException>(() => Folder.Bytes("csv", [Sample.Pair(), changed]));
        Assert.Equal(nameof(Errors.DuplicatePair), refused.Error.Id);
    }

    [Fact]
    public void Lab_and_Azure_never_share_a_file()
    {
        PeeringPair lab = Sample.Pair("c", "d");
        lab.Source = "LAB ResourceManager";
        Assert.Equal(nameof(Errors.InvalidInput), Assert.Throws<PeeringException>(() => Folder.Bytes("csv", [Sample.Pair(), lab])).Error.Id);
        Assert.Contains(",LAB,", Folder.Text("csv", lab), StringComparison.Ordinal);
        Assert.Contains("class=\"lab\"", Folder.Text("html", lab), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"lab\"", Folder.Text("html", Sample.Pair()), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_a_byte_order_mark_and_json_and_html_have_none_and_lines_end_with_a_line_feed()
    {
        byte[] mark = Encoding.UTF8.GetPreamble();
        Assert.Equal([true, false, false], Endings.Select(format => Folder.Bytes(format, [Sample.Pair()]).AsSpan().StartsWith(mark)));
        Assert.All(Endings, format =>
        {
            Assert.DoesNotContain('\r', Folder.Text(format, Sample.Pair()));
            Assert.EndsWith("\n", Folder.Text(format, Sample.Pair()), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_page_holds_no_script_no_link_and_no_text_as_markup()
    {
        PeeringPair pair = Sample.Pair();
        pair.Owner = "</td><script>alert('1')</script>\u202E\u001B[31m\"&";
        string page = Folder.Text("html", pair);
        Assert.Contains("&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\\u202E\\u001B[31m&quot;&amp;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    /// <summary>The pair as seen from its other end.</summary>
    private static PeeringPair Turn(PeeringPair pair)
    {
        PeeringPair turned = Pairs.Orientation.Copy(pair);
        (turned.Local, turned.Remote, turned.MissingSide, turned.Oriented) = (pair.Remote, pair.Local, Pairs.Orientation.Flip(pair.MissingSide), true);
        return turned;
    }
}
