using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Tests.Support;

/// <summary>An estate as <c>az network vnet list -o json</c> would write it.</summary>
internal sealed class EstateFile : IDisposable
{
    private readonly JsonArray _networks = [];

    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>The id of a network in one of the estate's numbered subscriptions.</summary>
    public static string Id(string name, int subscription = 1) =>
        $"{Subscription(subscription)}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/{name}";

    public static string Subscription(int number) => $"/subscriptions/00000000-0000-4000-8000-{number:D12}";

    /// <summary>Adds a network with a Connected peering to each of the remotes.</summary>
    public EstateFile Add(string id, string prefix, IEnumerable<string> remotes, IReadOnlyDictionary<string, string>? tags = null)
    {
        _networks.Add(new JsonObject
        {
            ["id"] = id,
            ["name"] = id.Split('/')[^1],
            ["location"] = "westeurope",
            ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(prefix) },
            ["tags"] = JsonSerializer.SerializeToNode(tags ?? new Dictionary<string, string>()),
            ["virtualNetworkPeerings"] = new JsonArray([.. remotes.Select(remote => new JsonObject
            {
                ["name"] = "to-" + remote.Split('/')[^1],
                ["remoteVirtualNetwork"] = new JsonObject { ["id"] = remote },
                ["peeringState"] = "Connected",
                ["peeringSyncLevel"] = "FullyInSync",
                ["allowVirtualNetworkAccess"] = true,
            })]),
        });
        File.WriteAllText(Path, _networks.ToJsonString());
        return this;
    }

    /// <summary>Every two of these networks peered with each other, in the order given; the casing of remote ids is as asked.</summary>
    public static EstateFile Mesh(IReadOnlyList<string> names, Func<string, string> casing)
    {
        EstateFile estate = new();
        foreach (string name in names)
            estate.Add(Id(name), $"10.{name[^1] - '0'}.0.0/16", names.Where(other => other != name).Select(other => casing(Id(other))));
        return estate;
    }

    /// <summary>One connected pair in each of so many subscriptions.</summary>
    public static EstateFile Wide(int subscriptions)
    {
        EstateFile estate = new();
        for (int i = 1; i <= subscriptions; i++)
            estate.Add(Id($"a{i}", i), $"10.{i / 256}.{i % 256}.0/25", [Id($"b{i}", i)]).Add(Id($"b{i}", i), $"10.{i / 256}.{i % 256}.128/25", [Id($"a{i}", i)]);
        return estate;
    }

    public void Dispose() => File.Delete(Path);
}
