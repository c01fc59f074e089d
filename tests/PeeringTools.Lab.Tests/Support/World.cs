using System.Text.Json;

namespace PeeringTools.Lab.Tests.Support;

/// <summary>A lab with one group and a client: the ground most tests stand on.</summary>
internal sealed class World : IDisposable
{
    public World(LabOptions? options = null)
    {
        Lab = ArmLab.FromEstate("Empty", options);
        Client = new LabClient(Lab);
        Subscription = "/subscriptions/" + Lab.Subscriptions[0].SubscriptionId;
        Group = Subscription + "/resourceGroups/rg-network";
    }

    public ArmLab Lab { get; }

    public LabClient Client { get; }

    public string Subscription { get; }

    public string Group { get; }

    public static string NetworkBodyIn(string location) => NetworkBody("10.1.0.0/16").Replace("westeurope", location, StringComparison.Ordinal);

    public static string NetworkBody(params string[] prefixes) =>
        """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":""" + JsonSerializer.Serialize(prefixes) + "}}}";

    public string Stored(string type, string name) => $"{Group}/providers/{type}/{name}";

    /// <summary>Puts a resource that the lab keeps as it came.</summary>
    public async Task<string> Store(string type, string name, string properties)
    {
        LabReply reply = await Client.Put(Stored(type, name), $$"""{"location":"westeurope","properties":{{properties}}}""");
        Assert.True(reply.Status is 200 or 201, reply.ToString());
        return Stored(type, name);
    }

    /// <summary>A network 10.n.0.0/16 with snet-app 10.n.0.0/24 that has these further members.</summary>
    public async Task NetworkWithSubnet(string name, int n, string subnet = "", string location = "westeurope")
    {
        LabReply reply = await Client.Put(Id(name),
            $$$"""{"location":"{{{location}}}","properties":{"addressSpace":{"addressPrefixes":["10.{{{n}}}.0.0/16"]},"subnets":[{"name":"snet-app","properties":{"addressPrefix":"10.{{{n}}}.0.0/24"{{{subnet}}} } }]}}""");
        Assert.True(reply.Status is 200 or 201, reply.ToString());
    }

    /// <summary>An interface in snet-app and the machine it belongs to.</summary>
    public Task<string> Interface(string name, string network, string address, string more = "") => Store("Microsoft.Network/networkInterfaces", name,
        $$$"""{"ipConfigurations":[{"name":"primary","properties":{"privateIPAddress":"{{{address}}}","subnet":{"id":"{{{Id(network)}}}/subnets/snet-app"} } }],"virtualMachine":{"id":"{{{Stored("Microsoft.Compute/virtualMachines", "vm-" + name)}}}"}{{{more}}}}""");

    public string Id(string network) => $"{Group}/providers/Microsoft.Network/virtualNetworks/{network}";

    public string Half(string from, string to) => $"{Id(from)}/virtualNetworkPeerings/to-{to}";

    public string PeeringBody(string to, string more = "") => """{"properties":{"remoteVirtualNetwork":{"id":""" + JsonSerializer.Serialize(Id(to)) + "}" + more + "}}";

    public async Task<LabReply> Network(string name, params string[] prefixes) => await Client.Put(Id(name), NetworkBody(prefixes));

    public async Task<LabReply> Peer(string from, string to, string more = "", string query = "") =>
        await Client.Put(Half(from, to) + query, PeeringBody(to, more));

    public async Task<LabReply> Get(string from, string to) => await Client.Get(Half(from, to));

    /// <summary>Networks a (10.1), b (10.2), c (10.3) ... and nothing between them.</summary>
    public async Task Networks(params string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            Assert.Equal(201, (await Network(names[i], $"10.{i + 1}.0.0/16")).Status);
        }
    }

    public async Task Pair(string a, string b)
    {
        Assert.Equal(201, (await Peer(a, b)).Status);
        Assert.Equal(201, (await Peer(b, a)).Status);
    }

    public void Dispose() => Client.Dispose();
}
