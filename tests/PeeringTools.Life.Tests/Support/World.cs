using System.Text.Json.Nodes;
using PeeringTools.Access;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Life.Tests.Support;

/// <summary>A lab, the real pipeline to it, and the commands' planner and executor on top: the three together.</summary>
internal sealed class World : IDisposable
{
    private readonly List<Wire> _wires = [];

    public World(LabPace pace = LabPace.Instant, bool empty = false)
    {
        Lab = ArmLab.FromEstate("Empty", new LabOptions { TimeProvider = Time });
        Group = "/subscriptions/" + Lab.Subscriptions[0].SubscriptionId + "/resourceGroups/rg-network";
        Caller = Lab.Principals[0];
        Connection = this.Connect(Caller);
        if (!empty) (Hub, Spoke) = (this.Add("hub", "10.0.0.0/16"), this.Add("spoke", "10.1.0.0/16"));
        Lab.Options.Pace = pace;
        this.Forget();
    }

    public VirtualTime Time { get; } = new();

    public ArmLab Lab { get; }

    public string Group { get; }

    /// <summary>Reader, Network Contributor and Tag Contributor on the subscription.</summary>
    public LabPrincipal Caller { get; }

    public ArmConnection Connection { get; }

    public Wire Wire => _wires[0];

    public ResourceId Hub { get; } = null!;

    public ResourceId Spoke { get; } = null!;

    public RecordingReporter Reporter { get; } = new();

    public NetworkGate Gate { get; } = new();

    public InterruptionLog Log { get; } = new();

    /// <summary>Ctrl+C.</summary>
    public CancellationTokenSource Stop { get; } = new();

    public ChangeOptions Options { get; set; } = new() { Jitter = () => 0 };

    /// <summary>A connection made as LabSession makes its own, with a wire in between.</summary>
    public ArmConnection Connect(LabPrincipal principal, string? tenant = null, params string[] auxiliaryTenants) =>
        this.Connect(principal, Lab.Clock, tenant, auxiliaryTenants);

    /// <summary>The same on a machine with a clock of its own.</summary>
    public ArmConnection Connect(LabPrincipal principal, TimeProvider clock, string? tenant = null, params string[] auxiliaryTenants)
    {
        string home = tenant ?? principal.Tenants[0];
        Wire wire = new(Lab);
        _wires.Add(wire);
        GivenTokenCredential credential = new((other, _) => Task.FromResult(Lab.IssueToken(other ?? home, principal.Id)), Lab.Clock);
        Cloud cloud = Cloud.Of(new ConnectionRequest { Kind = CredentialKind.AccessToken });
        ArmAccess access = new()
        {
            Endpoint = cloud.Endpoint,
            Audience = cloud.Audience,
            Tokens = new TokenKeeper(credential, cloud.Audience + "/.default", Lab.Clock),
            Transport = Transport.Over(wire),
            Clock = clock,
        };
        return new ArmConnection(access, home, auxiliaryTenants) { Name = ArmConnection.NextName("Lab"), Source = "Lab", Environment = "LAB", IsLab = true };
    }

    public ResourceId Add(string name, params string[] prefixes) => this.AddIn(Group, name, prefixes);

    public ResourceId AddIn(string group, string name, string[] prefixes, params string[] subnets)
    {
        ResourceId id = ResourceId.Parse($"{group}/providers/Microsoft.Network/virtualNetworks/{name}");
        JsonObject properties = new()
        {
            ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray([.. prefixes.Select(p => (JsonNode)p)]) },
        };
        if (subnets.Length > 0) properties["subnets"] = new JsonArray([.. subnets.Select((s, i) => Subnet(s, prefixes[0], i))]);
        _ = this.Send("PUT", id.Text, new JsonObject { ["location"] = "westeurope", ["properties"] = properties });
        return id;
    }

    /// <summary>A network with a VPN gateway.</summary>
    public ResourceId AddWithGateway(string name, string prefix)
    {
        ResourceId id = this.AddIn(Group, name, [prefix], "GatewaySubnet");
        JsonObject configuration = new()
        {
            ["name"] = "default",
            ["properties"] = new JsonObject { ["subnet"] = new JsonObject { ["id"] = id.Text + "/subnets/GatewaySubnet" } },
        };
        _ = this.Send("PUT", $"{Group}/providers/Microsoft.Network/virtualNetworkGateways/gw-{name}", new JsonObject
        {
            ["location"] = "westeurope",
            ["properties"] = new JsonObject { ["gatewayType"] = "Vpn", ["ipConfigurations"] = new JsonArray(configuration) },
        });
        return id;
    }

    /// <summary>A raw call behind everybody's back, done when it returns.</summary>
    public JsonNode? Send(string method, string path, JsonNode? body = null)
    {
        LabPace pace = Lab.Options.Pace;
        Lab.Options.Pace = LabPace.Instant;
        try
        {
            string query = (path.Contains('?') ? "&" : "?") + "api-version=" + (path.Contains("Microsoft.Resources/tags") ? "2021-04-01" : path.Contains("/locks/") ? "2020-05-01" : "2024-05-01");
            using HttpResponseMessage answer = Lab.Send(method, path + query, body?.ToJsonString());
            string text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
            Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        finally
        {
            Lab.Options.Pace = pace;
        }
    }

    /// <summary>Lets go of what was asked so far, so that a test counts its own calls only.</summary>
    public void Forget()
    {
        Lab.Ledger.Clear();
        foreach (Wire wire in _wires) wire.Clear();
    }

    public ChangeRun NewRun(params PeeringConnection[] connections) =>
        new(new NetworkAccess(connections.Length > 0 ? connections : [Connection], Reporter), Options, Gate, Log);

    public void Dispose()
    {
        Stop.Dispose();
        foreach (Wire wire in _wires) wire.Dispose();
    }

    private static JsonObject Subnet(string name, string space, int index)
    {
        string[] parts = space.Split('.');
        return new JsonObject
        {
            ["name"] = name,
            ["properties"] = new JsonObject { ["addressPrefix"] = $"{parts[0]}.{parts[1]}.{index}.0/24" },
        };
    }
}
