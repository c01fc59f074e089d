using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Network Watcher on the wire: what it answers, and what it refuses.</summary>
public sealed class WatcherTests : LabTest
{
    private const string Watchers = "Microsoft.Network/networkWatchers";

    [Fact, ArmFact("1.8")]
    public async Task Watchers_are_listed_and_read()
    {
        string id = await Ground();
        Assert.Equal(id, (string?)(await World.Client.Get($"{World.Subscription}/providers/{Watchers}")).Json["value"]![0]!["id"]);
        Assert.Equal("westeurope", (string?)(await World.Client.Get(id)).Json["location"]);
    }

    [Fact, ArmFact("1.8")]
    public async Task A_next_hop_is_answered_at_once()
    {
        string watcher = await Ground();
        LabReply reply = await World.Client.Send("POST", watcher + "/nextHop", Hop("10.1.0.4", "10.2.0.4"));
        Assert.Equal((200, """{"nextHopType":"None","routeTableId":"System Route"}"""), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("10.9.9.9", "10.2.0.4", "InvalidSourceIPAddress")]
    [InlineData("here", "10.2.0.4", "InvalidIPAddress")]
    [InlineData("10.1.0.4", "", "InvalidRequestFormat")]
    public async Task A_next_hop_needs_addresses_that_make_sense(string from, string to, string code)
    {
        string watcher = await Ground();
        LabReply reply = await World.Client.Send("POST", watcher + "/nextHop", Hop(from, to));
        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Machines_must_be_there_run_and_stand_in_the_watchers_region()
    {
        string watcher = await Ground();
        await World.NetworkWithSubnet("far", 5, location: "eastus");
        await World.Interface("far", "far", "10.5.0.4");
        Assert.Equal("TargetResourceInAnotherRegion", (await World.Client.Send("POST", watcher + "/nextHop", Hop("10.5.0.4", "10.2.0.4", "vm-far"))).Code);
        Assert.Equal("InvalidResourceReference", (await World.Client.Send("POST", watcher + "/nextHop", Hop("10.1.0.4", "10.2.0.4", "vm-none"))).Code);
        using HttpResponseMessage stopped = World.Lab.Send("PUT", Machine("vm-a") + "?api-version=2024-07-01",
            """{"location":"westeurope","properties":{"instanceView":{"statuses":[{"code":"PowerState/stopped"}]}}}""");
        Assert.Equal("VMNotRunning", (await World.Client.Send("POST", watcher + "/nextHop", Hop("10.1.0.4", "10.2.0.4"))).Code);
        Assert.Equal("ResourceNotFound", (await World.Client.Send("POST", watcher + "x/nextHop", Hop("10.1.0.4", "10.2.0.4"))).Code);
    }

    [Fact, ArmFact("1.8")]
    public async Task A_connection_through_a_peering_is_found_and_two_closed_halves_end_it()
    {
        string watcher = await Ground();
        Assert.Equal((30, 30, "Unreachable"), await Check(watcher));
        await World.Pair("a", "b");
        Assert.Equal((66, 0, "Reachable"), await Check(watcher));
        await World.Peer("a", "b", ",\"allowVirtualNetworkAccess\":false");
        await World.Peer("b", "a", ",\"allowVirtualNetworkAccess\":false");
        Assert.Equal((30, 30, "Unreachable"), await Check(watcher));
    }

    [Fact, ArmFact("1.7", "2.17")]
    public async Task Rules_that_somebody_wrote_still_let_through_what_closed_halves_do_not()
    {
        string watcher = await Ground();
        await World.Pair("a", "b");
        await World.Peer("a", "b", ",\"allowVirtualNetworkAccess\":false");
        Assert.Equal((30, 30, "Unreachable"), await Check(watcher));
        string open = await World.Store("Microsoft.Network/networkSecurityGroups", "open", """{"securityRules":[{"name":"in","properties":{"protocol":"*","sourceAddressPrefix":"10.0.0.0/8","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*","access":"Allow","priority":100,"direction":"Inbound"}},{"name":"out","properties":{"protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"10.0.0.0/8","destinationPortRange":"*","access":"Allow","priority":100,"direction":"Outbound"}}]}""");
        await World.NetworkWithSubnet("a", 1, $",\"networkSecurityGroup\":{{\"id\":\"{open}\"}}");
        await World.NetworkWithSubnet("b", 2, $",\"networkSecurityGroup\":{{\"id\":\"{open}\"}}");
        Assert.Equal((66, 0, "Reachable"), await Check(watcher));
    }

    [Fact, ArmFact("1.8")]
    public async Task A_check_is_accepted_with_null_and_its_hops_are_linked()
    {
        string watcher = await Ground();
        await World.Pair("a", "b");
        LabReply accepted = await World.Client.Send("POST", watcher + "/connectivityCheck", Connection());
        Assert.Equal((202, "null", false), (accepted.Status, accepted.Text, accepted.Headers.ContainsKey("Azure-AsyncOperation")));
        JsonArray hops = (await World.Client.Get(accepted.Headers["Location"])).Json["hops"]!.AsArray();
        Assert.Equal(["Source", "VirtualNetwork"], hops.Select(h => (string)h!["type"]!));
        Assert.Equal((string)hops[1]!["id"]!, (string)hops[0]!["nextHopIds"]![0]!);
        Assert.EndsWith("networkInterfaces/b/ipConfigurations/primary", (string)hops[1]!["resourceId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appliance_passes_on_only_when_it_may()
    {
        string watcher = await Ground();
        await World.NetworkWithSubnet("c", 3);
        await World.Interface("nva", "c", "10.3.0.9");
        string table = await World.Store("Microsoft.Network/routeTables", "rt", """{"routes":[{"name":"all","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.3.0.9"}}]}""");
        await World.NetworkWithSubnet("a", 1, $",\"routeTable\":{{\"id\":\"{table}\"}}");
        await World.NetworkWithSubnet("b", 2, $",\"routeTable\":{{\"id\":\"{table}\"}}");
        await World.Pair("c", "a");
        await World.Pair("c", "b");
        await World.Peer("a", "c", ",\"allowForwardedTraffic\":true");
        await World.Peer("b", "c", ",\"allowForwardedTraffic\":true");
        Assert.Equal((30, 30, "Unreachable"), await Check(watcher));
        await World.Interface("nva", "c", "10.3.0.9", ",\"enableIPForwarding\":true");
        Assert.Equal((66, 0, "Reachable"), await Check(watcher));
    }

    private string Machine(string name) => World.Stored("Microsoft.Compute/virtualMachines", name);

    private string Hop(string from, string to, string machine = "vm-a") => $$"""{"targetResourceId":"{{Machine(machine)}}","sourceIPAddress":"{{from}}","destinationIPAddress":"{{to}}"}""";

    private string Connection() => $$$"""{"source":{"resourceId":"{{{Machine("vm-a")}}}"},"destination":{"resourceId":"{{{Machine("vm-b")}}}","port":443} }""";

    private async Task<(int Sent, int Failed, string Status)> Check(string watcher)
    {
        JsonNode body = (await World.Client.Ask(watcher + "/connectivityCheck", Connection())).Json;
        return ((int)body["probesSent"]!, (int)body["probesFailed"]!, (string)body["connectionStatus"]!);
    }

    /// <summary>Two networks, a machine in each, and a watcher.</summary>
    private async Task<string> Ground()
    {
        await World.NetworkWithSubnet("a", 1);
        await World.NetworkWithSubnet("b", 2);
        await World.Interface("a", "a", "10.1.0.4");
        await World.Interface("b", "b", "10.2.0.4");
        return await World.Store(Watchers, "watcher", "{}");
    }
}
