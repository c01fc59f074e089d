using PeeringTools.Inventory;

namespace PeeringTools.Topology;

/// <summary>Pairs by short names, as the tests of topologies need them.</summary>
internal static class Town
{
    public static readonly DateTimeOffset Now = Sample.Read;

    /// <summary>A healthy pair; the first network by id is local.</summary>
    public static PeeringPair Pair(string one, string other, Action<PeeringPair>? change = null)
    {
        PeeringPair pair = Sample.Pair(one, other, ticket: null);
        change?.Invoke(pair);
        return pair;
    }

    public static IEnumerable<PeeringPair> Star(string hub, int spokes, int first = 1) =>
        Enumerable.Range(first, spokes).Select(i => Pair(hub, $"{hub}-s{i:000}"));

    public static IEnumerable<PeeringPair> Mesh(string prefix, int members) =>
        from one in Enumerable.Range(1, members)
        from other in Enumerable.Range(1, members)
        where one < other
        select Pair($"{prefix}{one:00}", $"{prefix}{other:00}");

    public static PeeringTopology Build(params IEnumerable<PeeringPair>[] parts) => TopologyBuilder.Build(parts.SelectMany(part => part), Now);

    public static PeeringTopologyNode Node(this PeeringTopology topology, string name) => topology.Nodes.Single(node => node.Name == name);

    /// <summary>The roles as <c>name Role</c>.</summary>
    public static IEnumerable<string> Roles(this PeeringTopology topology) => topology.Nodes.Select(node => $"{node.Name} {node.Role}");

    public static string Draw(PeeringTopology topology, string format, string title = "t", PeeringDiagramGrouping groupBy = PeeringDiagramGrouping.Subscription)
    {
        using StringWriter text = new();
        DiagramFormat.Of("", format).Write(new Diagram(topology, title, groupBy), text);
        return text.ToString();
    }
}
