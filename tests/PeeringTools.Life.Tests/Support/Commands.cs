using System.Text.Json.Nodes;

namespace PeeringTools.Life.Tests.Support;

/// <summary>The commands as a person would give them, down to planner and executor.</summary>
internal static class Commands
{
    public static PeeringRequest Request(this World world, ChangeKind kind, ResourceId? local = null, ResourceId? remote = null) =>
        new() { Kind = kind, LocalId = local ?? world.Hub, RemoteId = remote ?? world.Spoke };

    public static IReadOnlyList<ChangePlan> Plan(this World world, params PeeringRequest[] requests) =>
        world.Time.Run(() => world.NewRun().PlanAsync(requests, CancellationToken.None));

    public static string[] Problems(this World world, PeeringRequest request) => [.. world.Plan(request)[0].Problems.Select(problem => problem.Id)];

    public static ChangeOutcome Do(this World world, PeeringRequest request, params PeeringConnection[] connections) =>
        world.Do([request], connections)[0];

    /// <summary>Plans and carries out in one go, as a cmdlet does.</summary>
    public static IReadOnlyList<ChangeOutcome> Do(this World world, IReadOnlyList<PeeringRequest> requests, params PeeringConnection[] connections) =>
        world.Time.Run(async () =>
        {
            ChangeRun run = world.NewRun(connections);
            try
            {
                return await CollectAsync(world, run, await run.PlanAsync(requests, world.Stop.Token));
            }
            catch (OperationCanceledException) when (world.Stop.IsCancellationRequested)
            {
                return [];
            }
        });

    public static IReadOnlyList<ChangeOutcome> Execute(this World world, IReadOnlyList<ChangePlan> plans) =>
        world.Time.Run(() => CollectAsync(world, world.NewRun(), plans));

    /// <summary>As <see cref="Do(World, PeeringRequest, PeeringConnection[])"/>; what ends the whole command comes back beside it.</summary>
    public static (ChangeOutcome? Outcome, PeeringError? Thrown) Try(this World world, PeeringRequest request)
    {
        try
        {
            return (world.Do(request), null);
        }
        catch (PeeringException ended)
        {
            return (null, ended.Error);
        }
    }

    /// <summary>No fault any more, and whatever still runs in the lab has ended.</summary>
    public static void Calm(this World world)
    {
        world.Lab.ClearFaults();
        world.Lab.AdvanceClock(TimeSpan.FromHours(3));
        _ = world.Send("GET", world.Group);
    }

    /// <summary>A pair that stands, made without the code under test.</summary>
    public static void Pair(this World world, ResourceId one, ResourceId other, string ofOne = "{}", string ofOther = "{}")
    {
        world.Half(one, other, ofOne);
        world.Half(other, one, ofOther);
        world.Forget();
    }

    /// <summary>One half, with further members of its properties.</summary>
    public static void Half(this World world, ResourceId from, ResourceId to, string members = "{}", string? name = null)
    {
        JsonObject properties = JsonNode.Parse(members)!.AsObject();
        properties["remoteVirtualNetwork"] = new JsonObject { ["id"] = to.Text };
        _ = world.Send("PUT", from.Peering(name ?? "peer-" + to.Name).Text, new JsonObject { ["properties"] = properties });
    }

    public static void Drop(this World world, ResourceId from, ResourceId to) => world.Send("DELETE", (string)world.Side(from, to)!["id"]!);

    public static void Resize(this World world, ResourceId id, params string[] prefixes)
    {
        JsonNode network = world.Network(id);
        network["properties"]!["addressSpace"]!["addressPrefixes"] = new JsonArray([.. prefixes.Select(p => (JsonNode)p)]);
        _ = network["properties"]!.AsObject().Remove("virtualNetworkPeerings");
        _ = world.Send("PUT", id.Text, network);
    }

    /// <summary>A hub peered with many spokes, s0 (10.60.0.0/24) and on, put there as an inventory is.</summary>
    public static ResourceId AddStar(this World world, int spokes)
    {
        string Id(string name) => $"{world.Group}/providers/Microsoft.Network/virtualNetworks/{name}";
        string Prefix(int spoke) => $"10.{60 + (spoke / 250)}.{spoke % 250}.0/24";
        JsonArray all = [Node("hub", "10.0.0.0/16", Enumerable.Range(0, spokes).Select(i => ($"s{i}", Prefix(i))))];
        for (int i = 0; i < spokes; i++) all.Add(Node($"s{i}", Prefix(i), [("hub", "10.0.0.0/16")]));
        using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes(all.ToJsonString()));
        world.Lab.LoadResources(json);
        return ResourceId.Parse(Id("hub"));

        JsonObject Node(string name, string prefix, IEnumerable<(string Name, string Prefix)> peers) => new()
        {
            ["id"] = Id(name),
            ["name"] = name,
            ["location"] = "westeurope",
            ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(prefix) },
            ["virtualNetworkPeerings"] = new JsonArray([.. peers.Select(peer => new JsonObject
            {
                ["name"] = "peer-" + peer.Name,
                ["peeringState"] = "Connected",
                ["remoteVirtualNetwork"] = new JsonObject { ["id"] = Id(peer.Name) },
                ["remoteAddressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(peer.Prefix) },
            })]),
        };
    }

    public static void Tag(this World world, ResourceId id, string name, string value) => world.Send(
        "PATCH", id.Text + "/providers/Microsoft.Resources/tags/default",
        new JsonObject { ["operation"] = "Merge", ["properties"] = new JsonObject { ["tags"] = new JsonObject { [name] = value } } });

    public static void Lock(this World world, string scope, string level) => world.Send(
        "PUT", $"{scope}/providers/Microsoft.Authorization/locks/keep", new JsonObject { ["properties"] = new JsonObject { ["level"] = level } });

    /// <summary>What was given before a stop is what the test looks at.</summary>
    private static async Task<IReadOnlyList<ChangeOutcome>> CollectAsync(World world, ChangeRun run, IReadOnlyList<ChangePlan> plans)
    {
        List<ChangeOutcome> outcomes = [];
        try
        {
            await foreach (ChangeOutcome outcome in run.ExecuteAsync(plans, world.Stop.Token)) outcomes.Add(outcome);
        }
        catch (OperationCanceledException) when (world.Stop.IsCancellationRequested)
        {
            Assert.Equal(plans.Count, outcomes.Count);
        }

        return outcomes;
    }
}
