using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Tests.Support;

/// <summary>Ids and bodies of estates that tests need.</summary>
internal static class Samples
{
    private const string StarGroup = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg-star/providers/Microsoft.Network/virtualNetworks/";

    /// <summary>The id of a network in a lab by its name.</summary>
    public static string Id(ArmLab lab, string name) =>
        lab.Engine.Estate.Subscriptions.Values.SelectMany(s => s.Networks).First((VirtualNetwork n) => n.Name == name).Id;

    public static string StarId(string name) => StarGroup + name;

    /// <summary>A hub with spokes s1, s2 ...; all but the last are peered with it. As <c>az network vnet list</c> prints it.</summary>
    public static string Star(int spokes)
    {
        JsonArray all = [Network("hub", "10.255.0.0/24", Enumerable.Range(1, spokes - 1).Select(i => ("p" + i, "s" + i)))];
        for (int i = 1; i <= spokes; i++)
        {
            all.Add(Network("s" + i, $"10.{i / 250}.{i % 250}.0/24", i == spokes ? [] : [("to-hub", "hub")]));
        }

        return all.ToJsonString();
    }

    private static JsonObject Network(string name, string prefix, IEnumerable<(string Name, string Remote)> peerings) => new()
    {
        ["id"] = StarId(name),
        ["name"] = name,
        ["location"] = "westeurope",
        ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(prefix) },
        ["virtualNetworkPeerings"] = new JsonArray([.. peerings.Select(p => new JsonObject
        {
            ["name"] = p.Name,
            ["peeringState"] = "Connected",
            ["remoteVirtualNetwork"] = new JsonObject { ["id"] = StarId(p.Remote) },
        })]),
    };
}
