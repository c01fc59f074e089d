using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Tests.Support;
using PeeringTools.Ports;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>
/// The Azure SDK for JavaScript, which is not ours, beside the module: what one writes, the other reads. Skipped where node or
/// the packages of <c>tests/js</c> are not installed; <c>npm ci</c> there brings them.
/// </summary>
public sealed class JavaScriptTests(RunningServer server) : ServerTest(server)
{
    private static readonly string Folder = Path.Combine(ChildProcess.Root, "tests", "js");

    private readonly Adapter _adapter = new(server);

    [Fact]
    public async Task What_JavaScript_writes_the_module_reads_and_changes_and_JavaScript_removes()
    {
        SkipWithoutNode();
        ResourceId spoke = Server.Find("vnet-spoke-13");
        JsonArray written = (JsonArray)await this.RunAsync("write", spoke, "vnet-js-1", "vnet-js-2");
        Assert.All(written, half => Assert.Equal(("Connected", "FullyInSync", "Succeeded"), ((string)half!["peeringState"]!, (string)half["peeringSyncLevel"]!, (string)half["provisioningState"]!)));

        IArmNetwork arm = await _adapter.OpenAsync();
        ResourceId one = ResourceId.ForVirtualNetwork(spoke.SubscriptionId, spoke.ResourceGroupName!, "vnet-js-1");
        ResourceId two = ResourceId.ForVirtualNetwork(spoke.SubscriptionId, spoke.ResourceGroupName!, "vnet-js-2");
        VirtualNetwork network = await arm.GetVirtualNetworkAsync(one, Cancel);
        PeeringSide side = Assert.Single(network.Peerings);
        Assert.Equal(("to-vnet-js-2", "Connected", "FullyInSync", true), (side.Name, side.PeeringState, side.PeeringSyncLevel, side.AllowForwardedTraffic));
        Assert.Equal(["10.201.0.0/16", "10.203.0.0/16"], network.AddressPrefixes);
        Assert.Equal("javascript", network.Tags["owner"]);

        PeeringSnapshot basis = await arm.GetPeeringAsync(one.Peering("to-vnet-js-2"), Cancel);
        await arm.PutPeeringAsync(new PeeringWrite { PeeringId = one.Peering("to-vnet-js-2"), RemoteVirtualNetworkId = two, Basis = basis, Settings = new PeeringSettings { AllowForwardedTraffic = false } }, Cancel);
        JsonNode read = await this.RunAsync("read", spoke, "vnet-js-1");
        Assert.False((bool)read["peerings"]![0]!["allowForwardedTraffic"]!);

        JsonNode removed = await this.RunAsync("remove", spoke, "vnet-js-1", "vnet-js-2");
        Assert.Equal("Disconnected", (string)removed["left"]!);
        Assert.Empty((await arm.GetVirtualNetworkAsync(one, Cancel)).Peerings);
        Assert.Empty(Server.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public async Task What_the_module_writes_JavaScript_reads_page_by_page()
    {
        SkipWithoutNode();
        ResourceId spoke = Server.Find("vnet-spoke-13");
        ResourceId hub = Server.Find("vnet-hub");
        Server.Server.Host.Options.PageSize = 3;
        IArmNetwork arm = await _adapter.OpenAsync();
        await arm.PutPeeringAsync(new PeeringWrite { PeeringId = spoke.Peering("to-hub"), RemoteVirtualNetworkId = hub, Settings = new PeeringSettings { AllowForwardedTraffic = true } }, Cancel);
        await arm.PutPeeringAsync(new PeeringWrite { PeeringId = hub.Peering("to-13"), RemoteVirtualNetworkId = spoke, Settings = new PeeringSettings() }, Cancel);
        JsonNode read = await this.RunAsync("read", spoke, "vnet-spoke-13");
        JsonNode half = Assert.Single((JsonArray)read["peerings"]!)!;
        Assert.Equal(("to-hub", "Connected", true), ((string)half["name"]!, (string)half["peeringState"]!, (bool)half["allowForwardedTraffic"]!));
        Assert.Equal(13, (int)read["networks"]!);
    }

    [Fact]
    public async Task What_is_refused_reaches_JavaScript_with_Azures_code()
    {
        SkipWithoutNode();
        ResourceId spoke = Server.Find("vnet-spoke-13");
        await this.RunAsync("write", spoke, "vnet-js-1", "vnet-js-2");
        JsonNode refused = await this.RunAsync("refuse", spoke, "vnet-js-1", "vnet-js-2");
        Assert.Equal(
            """{"missing":{"status":404,"code":"ResourceNotFound"},"elsewhere":{"status":404,"code":"ResourceGroupNotFound"},"overlap":{"status":400,"code":"VnetAddressSpacesOverlap"}}""",
            refused.ToJsonString());
    }

    [Fact]
    public async Task JavaScript_reads_what_is_in_force_at_a_machine()
    {
        SkipWithoutNode();
        JsonNode seen = await this.RunAsync("traffic", Server.Find("vnet-spoke-01"), "spoke-01", "10.1.0.4", "10.0.2.4");
        Assert.Contains("Default Active 10.0.0.0/22 VNetPeering", seen["routes"]!.AsArray().Select(r => (string)r!));
        Assert.Equal("""["nsg-spoke-01"]""", seen["groups"]!.ToJsonString());
        Assert.Equal(("VnetPeering", "Reachable"), ((string)seen["hop"]!, (string)seen["check"]!));
    }

    [Fact]
    public async Task JavaScript_goes_on_after_faults_that_pass()
    {
        SkipWithoutNode();
        ResourceId spoke = Server.Find("vnet-spoke-13");
        Server.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/virtualNetworks/*", Status = System.Net.HttpStatusCode.TooManyRequests, Code = "TooManyRequests", RetryAfterSeconds = 1 });
        Server.Lab.AddFault(new LabFault { Method = "GET", Path = "*/operations/*", Status = System.Net.HttpStatusCode.ServiceUnavailable, Code = "ServerBusy", RetryAfterSeconds = 1 });
        await this.RunAsync("write", spoke, "vnet-js-1", "vnet-js-2");
        Assert.All(Server.Lab.Faults, fault => Assert.Equal(1, fault.Struck));
    }

    private static void SkipWithoutNode()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "@azure", "arm-network")), "The packages of tests/js are not installed: run `npm ci` there.");
        bool node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "node")) || File.Exists(Path.Combine(p, "node.exe")));
        Assert.SkipUnless(node, "node is not installed.");
    }

    private async Task<JsonNode> RunAsync(string step, ResourceId at, params string[] names)
    {
        JsonObject wish = new()
        {
            ["endpoint"] = Server.Server.Endpoint.AbsoluteUri,
            ["authority"] = Server.Server.Authority.AbsoluteUri,
            ["tenantId"] = Server.Contoso,
            ["clientId"] = Server.Operator.ClientId,
            ["clientSecret"] = Server.Operator.Secret,
            ["subscriptionId"] = at.SubscriptionId,
            ["group"] = at.ResourceGroupName,
            ["names"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]),
        };
        (int code, string output, string error) = await ChildProcess.RunAsync(
            "node", ["client.mjs", step], [("NODE_EXTRA_CA_CERTS", Server.Server.Certificate.PemPath)], Folder, wish.ToJsonString());
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!;
    }
}
