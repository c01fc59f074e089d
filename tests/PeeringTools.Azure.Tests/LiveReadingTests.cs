using System.Net;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Tests;

/// <summary>Questions about running machines: asked in a POST, answered at once or when Azure has worked it out.</summary>
public class LiveReadingTests
{
    private const string Nic = Bodies.Network + "/networkInterfaces/nic";
    private const string Machine = Bodies.Group + "/providers/Microsoft.Compute/virtualMachines/vm";
    private const string Result = "https://management.azure.com/operationResults/1?api-version=2024-05-01";
    private const string Routes = """{"value":[{"name":"r","source":"Default","state":"Active","addressPrefix":["10.1.0.0/16","10.2.0.0/16"],"nextHopType":"VNetPeering","nextHopIpAddress":[]},{"source":"User","state":"Invalid","addressPrefix":["0.0.0.0/0"],"nextHopType":"VirtualAppliance","nextHopIpAddress":["10.0.1.4"]}]}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Effective_routes_are_waited_for_at_their_location_whatever_else_the_answer_names()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json("null", HttpStatusCode.Accepted, ("Location", Result), ("Azure-AsyncOperation", "https://management.azure.com/operations/1"), ("Retry-After", "10")),
            () => ScriptedArm.Json("null", HttpStatusCode.Accepted, ("Location", Result + "&again"), ("Retry-After", "20")),
            () => ScriptedArm.Json(Routes, HttpStatusCode.OK, ("Location", Result)));

        IReadOnlyList<EffectiveRoute> routes = await arm.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel);

        Assert.Equal([("VNetPeering", "Default", "Active"), ("VirtualAppliance", "User", "Invalid")], routes.Select(r => (r.NextHopType, r.Source, r.State)));
        Assert.Equal(["10.1.0.0/16", "10.2.0.0/16"], routes[0].AddressPrefixes);
        Assert.Equal(["10.0.1.4"], routes[1].NextHopIpAddresses);
        Assert.Equal(["r", null], routes.Select(r => r.Name));
        Assert.Equal(["POST", "GET", "GET"], arm.Requests.Select(r => r.Method));
        Assert.EndsWith("/networkInterfaces/nic/effectiveRouteTable", arm.Requests.First().Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith("&again", arm.Requests.Last().Uri.Query, StringComparison.Ordinal);
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], arm.Clock.Waits);
    }

    [Fact]
    public async Task An_answer_that_is_there_at_once_is_not_asked_for_again()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Routes, HttpStatusCode.OK, ("Location", Result)));
        Assert.Equal(2, (await arm.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel)).Count);
        Assert.Single(arm.Requests);
    }

    [Theory]
    [InlineData("https://elsewhere.example/operationResults/1", nameof(Errors.ForeignAddress))]
    [InlineData("", nameof(Errors.UnexpectedAnswer))]
    public async Task A_result_that_lies_elsewhere_or_nowhere_is_not_looked_for(string location, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("null", HttpStatusCode.Accepted, ("Location", location)));
        Assert.Equal(id, (await Assert.ThrowsAsync<PeeringException>(() => arm.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel))).Error.Id);
        Assert.Single(arm.Requests);
    }

    [Theory]
    [InlineData("NicMustBeAttachedToRunningVmToGetEffectiveRoutes")]
    [InlineData("NicMustBeAttachedToRunningVmToGetEffectiveSecurityGroups")]
    public async Task An_interface_without_a_running_machine_has_an_error_of_its_own_early_or_late(string code)
    {
        ScriptedArm early = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.BadRequest, code));
        ScriptedArm late = ScriptedArm.Of(
            () => ScriptedArm.Json("null", HttpStatusCode.Accepted, ("Location", Result)), () => ScriptedArm.Error(HttpStatusCode.BadRequest, code));
        PeeringError error = (await Assert.ThrowsAsync<PeeringException>(() => early.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel))).Error;
        Assert.Equal((nameof(Errors.NetworkInterfaceNotRunning), Nic, code), (error.Id, error.TargetId, error.AzureCode));
        Assert.Equal(error.Id, (await Assert.ThrowsAsync<PeeringException>(() => late.Open().Surroundings.GetEffectiveSecurityGroupsAsync(Nic, Cancel))).Error.Id);
    }

    [Fact]
    public async Task A_question_changes_nothing_so_it_is_asked_again_where_Azure_is_busy()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Error((HttpStatusCode)429, "TooManyRequests", ("Retry-After", "7")), () => ScriptedArm.Json(Routes));
        Assert.Equal(2, (await arm.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel)).Count);
        Assert.Equal([TimeSpan.FromSeconds(7)], arm.Clock.Waits);
    }

    [Fact]
    public async Task Effective_groups_have_their_tags_expanded_and_say_where_they_are_bound()
    {
        IReadOnlyList<EffectiveSecurityGroup> groups = await ScriptedArm.Of(() => ScriptedArm.Json(Bodies.EffectiveGroups)).Open().Surroundings.GetEffectiveSecurityGroupsAsync(Nic, Cancel);
        Assert.Equal([("/nsg", "/nic"), ("/nsg2", "/subnet"), ("/nsg3", "/manager")], groups.Select(g => (g.NetworkSecurityGroupId, g.AssociationId)));
        SecurityRule rule = Assert.Single(groups[0].Rules);
        Assert.Equal(("defaultSecurityRules/AllowVnetInBound", 65000, "*"), (rule.Name, rule.Priority, rule.Protocol));
        Assert.Equal(["10.0.0.0/16", "10.1.0.0/16"], rule.SourceAddressPrefixes);
        Assert.Equal(["*"], rule.DestinationAddressPrefixes);
        Assert.Equal(["0-65535"], rule.DestinationPortRanges);
        Assert.Equal(["10.0.0.0/16", "10.1.0.0/16"], groups[0].TagMap["virtualnetwork"]);
        Assert.Empty(groups[1].TagMap);
        Assert.Empty(groups[2].TagMap);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"error":{"code":"x"}}""")]
    public async Task An_answer_without_what_was_asked_for_is_no_empty_answer(string body)
    {
        IArmSurroundings arm = ScriptedArm.Of(() => ScriptedArm.Json(body)).Open().Surroundings;
        Assert.Equal(nameof(Errors.UnexpectedAnswer), (await Assert.ThrowsAsync<PeeringException>(() => arm.GetEffectiveRoutesAsync(Nic, Cancel))).Error.Id);
    }

    [Fact]
    public async Task The_watcher_of_the_machines_region_is_asked_and_looked_for_once()
    {
        ScriptedArm arm = Watched("""{"nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.1.4","routeTableId":"/rt"}""");
        IArmSurroundings surroundings = arm.Open().Surroundings;

        NextHopReading hop = await surroundings.GetNextHopAsync(Machine, Nic, "10.0.0.4", "10.1.0.4", Cancel);
        Assert.Equal(hop, await surroundings.GetNextHopAsync(Machine, Nic, "10.0.0.4", "10.1.0.4", Cancel));

        Assert.Equal(new NextHopReading("VirtualAppliance", "10.0.1.4", "/rt"), hop);
        SentRequest asked = arm.Requests.First(r => r.Method == "POST");
        Assert.EndsWith("/networkWatchers/west/nextHop", asked.Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal($$"""{"targetResourceId":"{{Machine}}","sourceIPAddress":"10.0.0.4","destinationIPAddress":"10.1.0.4","targetNicResourceId":"{{Nic}}"}""", asked.Body);
        Assert.Single(arm.Requests, r => r.Uri.AbsolutePath.EndsWith("/networkWatchers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_probe_gives_its_counts_and_what_stands_in_the_way()
    {
        ScriptedArm arm = Watched("""{"hops":[{"type":"Source","issues":[]},{"type":"VirtualNetwork","issues":[{"origin":"Inbound","severity":"Error","type":"NetworkSecurityRule","context":[{"key":"x"}]},{"type":"NetworkSecurityRule"}]}],"connectionStatus":"Unreachable","avgLatencyInMs":null,"probesSent":30,"probesFailed":30}""");

        ConnectivityReading reading = await arm.Open().Surroundings.CheckConnectivityAsync(Machine, "10.1.0.4", 443, Cancel);

        Assert.Equal(("Unreachable", 30, 30), (reading.ConnectionStatus, reading.ProbesSent, reading.ProbesFailed));
        Assert.Equal(["NetworkSecurityRule"], reading.Issues);
        Assert.Equal($$$"""{"source":{"resourceId":"{{{Machine}}}"},"destination":{"address":"10.1.0.4","port":443},"protocol":"Tcp"}""", arm.Requests.Last().Body);
    }

    [Fact]
    public async Task A_region_without_a_watcher_is_an_error_that_names_it()
    {
        ScriptedArm arm = Watched("{}", "northeurope");
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().Surroundings.GetNextHopAsync(Machine, Nic, "10.0.0.4", "10.1.0.4", Cancel));
        Assert.Equal((nameof(Errors.NetworkWatcherMissing), Machine), (error.Error.Id, error.Error.TargetId));
        Assert.Contains("northeurope", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(arm.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task Recorded_answers_read_as_Azure_meant_them()
    {
        List<RecordedAnswer> calls = Recordings.Calls("xplat-nic-and-watcher.json");
        string Body(string end, int status = 200) => calls.First(c => c.Path.EndsWith(end, StringComparison.Ordinal) && c.Status == status).Body;

        IReadOnlyList<EffectiveRoute> routes = await Answering(Body("/effectiveRouteTable")).GetEffectiveRoutesAsync(Nic, Cancel);
        Assert.Equal(
            ["10.0.0.0/8 VnetLocal", "0.0.0.0/0 Internet", "100.64.0.0/10 None", "172.16.0.0/12 None", "192.168.0.0/16 None"],
            routes.Select(r => $"{r.AddressPrefixes[0]} {r.NextHopType}"));
        Assert.Empty(await Answering(Body("/effectiveNetworkSecurityGroups")).GetEffectiveSecurityGroupsAsync(Nic, Cancel));
        Assert.Equal(new NextHopReading("None", null, "System Route"), await Watched(Body("/nextHop")).Open().Surroundings.GetNextHopAsync(Machine, Nic, "10.0.0.4", "10.1.0.4", Cancel));
        string probe = calls.First(c => c.Body.Contains("connectionStatus", StringComparison.Ordinal)).Body;
        ConnectivityReading reading = await Watched(probe).Open().Surroundings.CheckConnectivityAsync(Machine, "10.1.0.4", 443, Cancel);
        Assert.Equal(("Reachable", 100, 0, 0), (reading.ConnectionStatus, reading.ProbesSent, reading.ProbesFailed, reading.Issues.Count));
        foreach (string question in (string[])["/effectiveRouteTable", "/effectiveNetworkSecurityGroups"])
        {
            ScriptedArm stopped = ScriptedArm.Of(() => ScriptedArm.Json(Body(question, 400), HttpStatusCode.BadRequest));
            PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => stopped.Open().Surroundings.GetEffectiveRoutesAsync(Nic, Cancel));
            Assert.Equal(nameof(Errors.NetworkInterfaceNotRunning), error.Error.Id);
        }
    }

    private static IArmSurroundings Answering(string body) => ScriptedArm.Of(() => ScriptedArm.Json(body)).Open().Surroundings;

    /// <summary>A machine and its interface in a region, two watchers, and one answer to all questions.</summary>
    private static ScriptedArm Watched(string answer, string region = "westeurope") => new(sent => ScriptedArm.Json(
        sent.Method == "POST" ? answer
        : sent.Uri.AbsolutePath.EndsWith("/networkWatchers", StringComparison.Ordinal)
            ? Bodies.List(
                $$$$"""{"id":"{{{{Bodies.Network}}}}/networkWatchers/east","location":"eastus","properties":{}}""",
                $$$$"""{"id":"{{{{Bodies.Network}}}}/networkWatchers/west","location":"West Europe","properties":{}}""")
        : $$$$"""{"id":"x","location":"{{{{region}}}}","properties":{}}"""));
}
