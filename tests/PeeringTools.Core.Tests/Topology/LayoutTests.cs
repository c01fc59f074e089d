using CsCheck;

namespace PeeringTools.Topology;

public sealed class LayoutTests
{
    public static TheoryData<string> Estates => [.. Samples.Keys];

    private static readonly Dictionary<string, Func<PeeringTopology>> Samples = new()
    {
        ["one pair"] = () => Town.Build([Town.Pair("a", "b")]),
        ["a mesh of 12"] = () => Town.Build(Town.Mesh("m", 12)),
        ["a mesh of 40"] = () => Town.Build(Town.Mesh("m", 40)),
        ["a hub with one spoke"] = () => Town.Build([Town.Pair("h", "s", pair => pair.Local.AllowGatewayTransit = pair.Remote.UseRemoteGateways = true)]),
        ["500 spokes"] = () => Town.Build(Town.Star("h", 500)),
        ["5 hubs with 60 spokes each"] = () => Town.Build(Town.Mesh("h", 5), Enumerable.Range(1, 5).SelectMany(i => Town.Star($"h{i:00}", 60))),
        ["spokes of two hubs"] = () => Town.Build(Town.Mesh("h", 2), Enumerable.Range(1, 30).SelectMany(i => new[] { Town.Pair("h01", $"s{i}"), Town.Pair("h02", $"s{i}") })),
        ["an unwanted mesh, and a network behind a spoke of another hub"] = () => Town.Build(
            Town.Star("h", 9), Town.Star("i", 5), [Town.Pair("h", "i"), Town.Pair("h-s001", "h-s009"), Town.Pair("h-s001", "h-s002"), Town.Pair("h-s003", "i-s002"), Town.Pair("h-s004", "x"), Town.Pair("x", "y")]),
    };

    [Theory]
    [MemberData(nameof(Estates))]
    public void No_box_covers_another_and_everything_is_on_the_canvas(string estate)
    {
        foreach (PeeringDiagramGrouping groupBy in Enum.GetValues<PeeringDiagramGrouping>()) Check(DiagramLayouts.Of(Scattered(Samples[estate]()), groupBy));
    }

    [Theory]
    [MemberData(nameof(Estates))]
    public void No_line_runs_over_a_box_that_is_not_its_own(string estate)
    {
        DiagramLayout layout = DiagramLayouts.Of(Samples[estate](), PeeringDiagramGrouping.None);
        foreach (DiagramLine line in layout.Lines)
        {
            string[] own = [line.Link.LocalVirtualNetworkId, line.Link.RemoteVirtualNetworkId];
            DiagramBox[] others = [.. layout.Boxes.Where(box => !own.Contains(box.Node.VirtualNetworkId))];
            foreach ((Spot from, Spot to) in line.Points.Zip(line.Points.Skip(1)))
                Assert.DoesNotContain(others, box => Crosses(box, from, to));
        }
    }

    [Theory]
    [MemberData(nameof(Estates))]
    public void Every_line_leads_from_border_to_border(string estate)
    {
        DiagramLayout layout = DiagramLayouts.Of(Samples[estate](), PeeringDiagramGrouping.None);
        Dictionary<string, DiagramBox> boxes = layout.Boxes.ToDictionary(box => box.Node.VirtualNetworkId);
        Assert.All(layout.Lines, line =>
        {
            (string first, string second) = line.StartsLocal ? (line.Link.LocalVirtualNetworkId, line.Link.RemoteVirtualNetworkId) : (line.Link.RemoteVirtualNetworkId, line.Link.LocalVirtualNetworkId);
            Assert.True(IsOnBorder(boxes[first], line.Points.First()), line.Link.ToString());
            Assert.True(IsOnBorder(boxes[second], line.Points.Last()), line.Link.ToString());
        });
    }

    [Fact]
    public void Any_small_estate_is_laid_out_without_overlap() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[1, 24].Sample(couples => Check(DiagramLayouts.Of(
            Scattered(Town.Build(couples.Select(couple => Town.Pair($"n{couple.Item1}", $"n{couple.Item2}")))), PeeringDiagramGrouping.Subscription)), iter: 300);

    [Fact]
    public void A_hub_stands_above_the_middle_of_its_spokes()
    {
        DiagramLayout layout = DiagramLayouts.Of(Town.Build(Town.Star("h", 12)), PeeringDiagramGrouping.None);
        DiagramBox hub = layout.Boxes.Single(box => box.Node.Name == "h");
        DiagramBox[] spokes = [.. layout.Boxes.Where(box => box != hub)];
        Assert.All(spokes, spoke => Assert.True(spoke.Y > hub.Bottom));
        Assert.Equal(hub.CenterX, (spokes.Min(box => box.X) + spokes.Max(box => box.Right)) / 2);
    }

    [Fact]
    public void Frames_hold_their_own_networks_and_no_other()
    {
        PeeringTopology topology = Scattered(Town.Build(Town.Star("h", 47)));
        DiagramLayout layout = DiagramLayouts.Of(topology, PeeringDiagramGrouping.Subscription);
        Assert.Equal(7, layout.Frames.Count);
        foreach (DiagramFrame frame in layout.Frames)
        {
            DiagramBox[] inside = [.. layout.Boxes.Where(box => box.X < frame.X + frame.Width && box.Right > frame.X && box.Y < frame.Y + frame.Height && box.Bottom > frame.Y)];
            Assert.Single(inside.Select(box => box.Node.SubscriptionId).Distinct());
            Assert.EndsWith(inside[0].Node.SubscriptionId, frame.Label, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_line_runs_through_the_words_between_two_hubs()
    {
        DiagramLayout layout = DiagramLayouts.Of(Samples["5 hubs with 60 spokes each"](), PeeringDiagramGrouping.None);
        DiagramLine[] between = [.. layout.Lines.Where(line => line is { Shared.Count: 0, LabelAt: not null })];
        Assert.Equal(10, between.Length);
        foreach (Spot label in between.Select(line => line.LabelAt!.Value))
        {
            DiagramBox words = new(new PeeringTopologyNode(), label.X, label.Y - 10, TextFit.Measure("global", 10), 10);
            Assert.DoesNotContain(layout.Lines, line => line.Points.Zip(line.Points.Skip(1)).Any(part => Crosses(words, part.First, part.Second)));
        }
    }

    [Fact]
    public void A_large_estate_is_no_ribbon()
    {
        DiagramLayout layout = DiagramLayouts.Of(Samples["500 spokes"](), PeeringDiagramGrouping.None);
        Assert.InRange((double)layout.Width / layout.Height, 0.6, 2.6);
        layout = DiagramLayouts.Of(Samples["5 hubs with 60 spokes each"](), PeeringDiagramGrouping.None);
        Assert.InRange((double)layout.Width / layout.Height, 0.6, 3);
    }

    /// <summary>The networks over seven subscriptions.</summary>
    private static PeeringTopology Scattered(PeeringTopology topology)
    {
        for (int i = 0; i < topology.Nodes.Length; i++) (topology.Nodes[i].SubscriptionId, topology.Nodes[i].Location) = ($"sub-{i % 7}", $"region-{i % 3}");
        return topology;
    }

    private static void Check(DiagramLayout layout)
    {
        Assert.All(layout.Boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= layout.Width && box.Bottom <= layout.Height, box.ToString()));
        Assert.All(layout.Frames, frame => Assert.True(frame.X >= 0 && frame.Y >= 0 && frame.X + frame.Width <= layout.Width && frame.Y + frame.Height <= layout.Height, frame.ToString()));
        Assert.All(layout.Lines.SelectMany(line => line.Points), spot => Assert.True(spot.X >= 0 && spot.Y >= 0 && spot.X <= layout.Width && spot.Y <= layout.Height, spot.ToString()));
        for (int i = 0; i < layout.Boxes.Count; i++)
            for (int j = i + 1; j < layout.Boxes.Count; j++)
                Assert.False(Overlap(layout.Boxes[i], layout.Boxes[j]), $"{layout.Boxes[i]} {layout.Boxes[j]}");
    }

    private static bool Overlap(DiagramBox one, DiagramBox other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    private static bool IsOnBorder(DiagramBox box, Spot spot) =>
        spot.X >= box.X && spot.X <= box.Right && spot.Y >= box.Y && spot.Y <= box.Bottom
        && (spot.X == box.X || spot.X == box.Right || spot.Y == box.Y || spot.Y == box.Bottom);

    /// <summary>Whether a segment has a point inside a box: sampled along lines that run askew.</summary>
    private static bool Crosses(DiagramBox box, Spot from, Spot to)
    {
        if (Math.Max(from.X, to.X) <= box.X || Math.Min(from.X, to.X) >= box.Right || Math.Max(from.Y, to.Y) <= box.Y || Math.Min(from.Y, to.Y) >= box.Bottom) return false;
        if (from.X == to.X || from.Y == to.Y) return true;
        return Enumerable.Range(0, 201).Any(i =>
        {
            (double x, double y) = (from.X + ((to.X - from.X) * i / 200.0), from.Y + ((to.Y - from.Y) * i / 200.0));
            return x > box.X && x < box.Right && y > box.Y && y < box.Bottom;
        });
    }
}
