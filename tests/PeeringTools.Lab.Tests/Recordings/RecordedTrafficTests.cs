using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// What Azure computed about traffic in the recorded sessions, asked of the Lab about the same interfaces. The bodies of the
/// questions were not recorded, and of the networks only what the answers show: those are rebuilt here.
/// </summary>
public sealed class RecordedTrafficTests : IDisposable
{
    private readonly ReplayLab _lab = new(TimeProvider.System);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task An_interface_without_a_machine_is_refused_in_azures_words()
    {
        RecordedCall[] calls = await XplatAsync(interfaceAt: 0);
        foreach (RecordedCall call in calls.Where(c => c.Method == "POST" && c.Answer.Status == 400))
        {
            Answer lab = await AskAsync(call, null);
            Assert.Equal((400, call.Answer.Body!.ToJsonString()), (lab.Status, lab.Body!.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("effectiveRouteTable")]
    [InlineData("effectiveNetworkSecurityGroups")]
    public async Task What_is_in_force_at_a_running_machine_is_what_azure_said(string question)
    {
        RecordedCall[] calls = await XplatAsync(interfaceAt: 1);
        RecordedCall call = calls.First(c => c.Path.EndsWith(question, StringComparison.Ordinal) && c.Answer.Status == 200);
        Assert.Equal(call.Answer.Body!.ToJsonString(), (await AskAsync(call, null)).Body!.ToJsonString());
    }

    [Fact]
    public async Task A_private_address_that_nobody_has_leads_nowhere()
    {
        (RecordedCall[] calls, string machine) = await WatchedAsync();
        RecordedCall call = calls.First(c => c.Path.EndsWith("nextHop", StringComparison.Ordinal));
        Answer lab = await AskAsync(call, new JsonObject { ["targetResourceId"] = machine, ["sourceIPAddress"] = "10.0.0.4", ["destinationIPAddress"] = "10.1.2.3" });
        Assert.Equal(call.Answer.Body!.ToJsonString(), lab.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_public_address_is_reached_over_the_recorded_hops()
    {
        (RecordedCall[] calls, string machine) = await WatchedAsync();
        RecordedCall call = calls.First(c => c.Path.EndsWith("connectivityCheck", StringComparison.Ordinal));
        JsonNode recorded = calls.First(c => c.Answer.Body?["hops"] is not null).Answer.Body!;
        Answer lab = await AskAsync(call, Connection(machine, "204.79.197.200"));
        Assert.Equal(Shape(recorded, withResources: false), Shape(lab.Body!, withResources: false));
    }

    /// <summary>
    /// Four checks were recorded. The first, from A to B with access on, found B Unreachable while the other direction was
    /// Reachable; why is not to be seen, so it is the one that is not compared.
    /// </summary>
    [Fact]
    public async Task Closing_both_halves_ends_the_recorded_connection()
    {
        RecordedCall[] calls = [.. Recording.Load(RecordingsFolder.OrSkip(), Recording.JavaWatcher).Calls];
        RecordedCall[] checks = [.. calls.Where(c => c.Path.EndsWith("connectivityCheck", StringComparison.Ordinal))];
        JsonNode[] found = [.. calls.Where(c => c.Answer.Body?["hops"] is not null).Select(c => c.Answer.Body!)];
        int firstClosed = Array.FindIndex(calls, c => c.Answer.Body?["properties"]?["allowVirtualNetworkAccess"]?.GetValue<bool>() == false);

        LoadLast(calls[..firstClosed], "Microsoft.Network/virtualNetworks", "Microsoft.Network/networkInterfaces", "Microsoft.Network/networkWatchers");
        (JsonNode a, JsonNode b) = (found[0]["hops"]![0]!, found[1]["hops"]![0]!);
        Assert.Equal(Shape(found[1]), Shape((await AskAsync(checks[1], Connection(b, a))).Body!));

        foreach (JsonNode half in calls[firstClosed..].Where(c => c.Method == "PUT" && c.Path.Contains("/virtualNetworkPeerings/", StringComparison.Ordinal)).Select(c => c.Answer.Body!))
        {
            string path = $"{half["id"]}?api-version=2018-06-01";
            Assert.Equal(200, (await _lab.SendAsync("PUT", path, RebuiltRequestBody.Of("PUT", half), TestContext.Current.CancellationToken)).Status);
            _lab.Settle();
        }

        Assert.Equal(Shape(found[2]), Shape((await AskAsync(checks[2], Connection(a, b))).Body!));
        Assert.Equal(Shape(found[3]), Shape((await AskAsync(checks[3], Connection(b, a))).Body!));
    }

    private async Task<RecordedCall[]> XplatAsync(int interfaceAt)
    {
        RecordedCall[] calls = [.. Recording.Load(RecordingsFolder.OrSkip(), Recording.Xplat).Calls];
        JsonNode nic = calls.Where(c => c.Answer.Body?["type"]?.GetValue<string>() == "Microsoft.Network/networkInterfaces").ElementAt(interfaceAt).Answer.Body!;
        string subnet = (string)nic["properties"]!["ipConfigurations"]![0]!["properties"]!["subnet"]!["id"]!;
        await NetworkAsync(subnet, "10.0.0.0/8", "southeastasia");
        _lab.Load(nic);
        return calls;
    }

    private async Task<(RecordedCall[] Calls, string Machine)> WatchedAsync()
    {
        RecordedCall[] calls = [.. Recording.Load(RecordingsFolder.OrSkip(), Recording.Xplat).Calls];
        JsonNode watcher = calls.First(c => c.Answer.Body?["type"]?.GetValue<string>() == "Microsoft.Network/networkWatchers").Answer.Body!;
        string group = string.Join('/', ((string)watcher["id"]!).Split('/').Take(5));
        string subnet = group + "/providers/Microsoft.Network/virtualNetworks/vnet/subnets/subnet";
        string machine = group + "/providers/Microsoft.Compute/virtualMachines/vm";
        await NetworkAsync(subnet, "10.0.0.0/16", (string)watcher["location"]!);
        _lab.Load(watcher, JsonNode.Parse($$$"""
            {"id":"{{{group}}}/providers/Microsoft.Network/networkInterfaces/networkInterfaceName","name":"networkInterfaceName","properties":{"virtualMachine":{"id":"{{{machine}}}"},
             "ipConfigurations":[{"name":"default-ip-config","properties":{"privateIPAddress":"10.0.0.4","subnet":{"id":"{{{subnet}}}"} } }]} }
            """)!);
        return (calls, machine);
    }

    private async Task NetworkAsync(string subnet, string prefix, string location)
    {
        string network = subnet[..subnet.IndexOf("/subnets/", StringComparison.Ordinal)];
        _lab.Load(new JsonObject { ["id"] = string.Join('/', network.Split('/').Take(5)) });
        JsonNode body = JsonNode.Parse($$$"""{"location":"{{{location}}}","properties":{"addressSpace":{"addressPrefixes":["{{{prefix}}}"]},"subnets":[{"name":"{{{subnet.Split('/')[^1]}}}","properties":{"addressPrefix":"10.0.0.0/24"} }]} }""")!;
        Assert.Equal(201, (await _lab.SendAsync("PUT", network + "?api-version=2017-10-01", body, TestContext.Current.CancellationToken)).Status);
    }

    /// <summary>Every resource of these types as it was last seen; a half of a peering comes inside its network.</summary>
    private void LoadLast(RecordedCall[] calls, params string[] types)
    {
        JsonNode[] last = [.. calls.Select(c => c.Answer.Body).OfType<JsonObject>().Where(b => types.Contains((string?)b["type"])).GroupBy(b => (string)b["id"]!).Select(g => g.Last())];
        _lab.Load(last);
    }

    private async Task<Answer> AskAsync(RecordedCall call, JsonNode? body)
    {
        Answer answer = await _lab.SendAsync(call.Method, call.PathAndQuery, body, TestContext.Current.CancellationToken);
        return answer.Status == 202 ? await _lab.ResultAsync(answer, TestContext.Current.CancellationToken) : answer;
    }

    private static JsonObject Connection(string machine, string address) => new()
    {
        ["source"] = new JsonObject { ["resourceId"] = machine },
        ["destination"] = new JsonObject { ["address"] = address, ["port"] = 80 },
    };

    private static JsonObject Connection(JsonNode from, JsonNode to) => Connection((string)from["resourceId"]!, (string)to["address"]!);

    /// <summary>What a check found, without the ids and the milliseconds of one afternoon.</summary>
    private static string Shape(JsonNode check, bool withResources = true) => $"{check["connectionStatus"]} "
        + (withResources ? $"{check["probesSent"]}/{check["probesFailed"]} " : "")
        + string.Join(", ", check["hops"]!.AsArray().Select(h => $"{h!["type"]} {h["address"]}{(withResources ? " " + h["resourceId"] : "")} ({h["nextHopIds"]!.AsArray().Count})"));
}
