namespace PeeringTools.Topology;

/// <summary>Names that mean something to a parser, a browser, a terminal or a reader's eye.</summary>
internal static class Corpus
{
    public static readonly string[] Hostile =
    [
        "end", "subgraph", "graph", "digraph", "strict", "node", "n1", "style", "click", "default", "a\"b", "a'b", "a]]b", "a]b", "a)b", "a}b", "a|b", "-->", "--x", "<-->",
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "]]>", "<!--", "-->", "<b>bold</b>", "&amp;", "&#60;", "#quot;", "#35;", "%%{init: {}}%%", "%% comment",
        "line\nbreak", "line\r\nbreak", "a\\nb", "a\\", "\\\"", "\\N", "\\G", "`code`", "**bold**", "\"`md`\"", "a;b", "a:::b", "@{shape: x}", "<br/>", "javascript:alert(1)",
        "\U0001F468\u200D\U0001F469", "\u202Egnp.exe", "\u05E9\u05DC\u05D5\u05DD\u200F", "\uD800lone", "nul\0", "\u001b[31mred", "\u0085", "\u2028", "\uFEFF", "\uFFFE\uFFFF", "{0}", "---", " ", "日本語の名前",
        new('w', 200),
    ];

    /// <summary>A hub with a spoke of every name, each group and region named alike.</summary>
    public static PeeringTopology Town()
    {
        PeeringTopology topology = Topology.Town.Build(Topology.Town.Star("h", Hostile.Length));
        for (int i = 0; i < Hostile.Length; i++)
        {
            PeeringTopologyNode node = topology.Nodes[i + 1];
            (node.Name, node.ResourceGroupName, node.Location, node.SubscriptionId) = (Hostile[i], Hostile[i], Hostile[i], Hostile[i]);
            (node.Gateways, node.DnsZones, node.AddressSpace) = ([Hostile[i]], [Hostile[i], "z"], [Hostile[i]]);
            topology.Links[i].RemoteVirtualNetworkName = Hostile[i];
            (topology.Links[i].ManagedBy, topology.Links[i].PairId, topology.Links[i].SyncLevel) = (Hostile[i], Hostile[i], Hostile[i]);
            topology.Links[i].AllowForwardedTraffic = PeeringDirection.Both;
        }

        return topology;
    }
}
