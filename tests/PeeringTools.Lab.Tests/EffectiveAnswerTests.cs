using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>How Azure answers what it computes for an interface: statuses, headers, refusals.</summary>
public sealed class EffectiveAnswerTests : LabTest
{
    private const string Group = "Microsoft.Network/networkSecurityGroups";

    [Theory, ArmFact("1.7", "1.4")]
    [InlineData(TrafficQuestions.Routes)]
    [InlineData(TrafficQuestions.Groups)]
    public async Task The_result_waits_at_the_location(string question)
    {
        await World.NetworkWithSubnet("a", 1);
        LabReply accepted = await World.Client.Send("POST", $"{await World.Interface("nic", "a", "10.1.0.4")}/{question}");
        Assert.Equal((202, "null", false), (accepted.Status, accepted.Text, accepted.Headers.ContainsKey("Azure-AsyncOperation")));
        LabReply result = await World.Client.Get(accepted.Headers["Location"]);
        Assert.Equal((200, accepted.Headers["Location"], false), (result.Status, result.Headers["Location"], result.Headers.ContainsKey("Retry-After")));
        Assert.NotNull(result.Json["value"]);
    }

    [Fact, ArmFact("1.7")]
    public async Task At_the_recorded_pace_it_takes_its_time()
    {
        World.Lab.Options.Pace = LabPace.Recorded;
        World.Lab.AdvanceClock(TimeSpan.FromMinutes(1));
        await World.NetworkWithSubnet("a", 1);
        LabReply accepted = await World.Client.Send("POST", $"{await World.Interface("nic", "a", "10.1.0.4")}/{TrafficQuestions.Routes}");
        LabReply early = await World.Client.Get(accepted.Headers["Location"]);
        Assert.Equal((202, "null", "10"), (early.Status, early.Text, early.Headers["Retry-After"]));
        World.Lab.AdvanceClock(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await World.Client.Get(accepted.Headers["Location"])).Status);
    }

    [Theory, ArmFact("1.7")]
    [InlineData(TrafficQuestions.Routes, "NicMustBeAttachedToRunningVmToGetEffectiveRoutes")]
    [InlineData(TrafficQuestions.Groups, "NicMustBeAttachedToRunningVmToGetEffectiveSecurityGroups")]
    public async Task Without_a_running_machine_there_is_nothing_to_compute(string question, string code)
    {
        await World.NetworkWithSubnet("a", 1);
        string nic = await World.Interface("nic", "a", "10.1.0.4");
        using HttpResponseMessage stopped = World.Lab.Send("PUT", World.Stored("Microsoft.Compute/virtualMachines", "vm-nic") + "?api-version=2024-07-01",
            """{"location":"westeurope","properties":{"instanceView":{"statuses":[{"code":"PowerState/deallocated"}]}}}""");
        LabReply refused = await World.Client.Send("POST", $"{nic}/{question}");
        Assert.Equal((400, code), (refused.Status, refused.Code));
        Assert.Contains(nic, refused.Message, StringComparison.Ordinal);

        string loose = await World.Store("Microsoft.Network/networkInterfaces", "loose", $$$"""{"ipConfigurations":[{"name":"p","properties":{"privateIPAddress":"10.1.0.5","subnet":{"id":"{{{World.Id("a")}}}/subnets/snet-app"} } }]}""");
        Assert.Equal(code, (await World.Client.Send("POST", $"{loose}/{question}")).Code);
    }

    [Fact]
    public async Task A_machine_that_names_the_interface_counts_too()
    {
        await World.NetworkWithSubnet("a", 1);
        string nic = await World.Store("Microsoft.Network/networkInterfaces", "loose", $$$"""{"ipConfigurations":[{"name":"p","properties":{"privateIPAddress":"10.1.0.5","subnet":{"id":"{{{World.Id("a")}}}/subnets/snet-app"} } }]}""");
        using HttpResponseMessage machine = World.Lab.Send("PUT", World.Stored("Microsoft.Compute/virtualMachines", "vm") + "?api-version=2024-07-01",
            $$$"""{"location":"westeurope","properties":{"networkProfile":{"networkInterfaces":[{"id":"{{{nic}}}"}]} } }""");
        Assert.Equal(200, (await World.Client.Ask($"{nic}/{TrafficQuestions.Routes}")).Status);
    }

    [Fact, ArmFact("3.4", "3.7", "3.9")]
    public async Task It_needs_the_interface_the_right_and_no_lock_against_writing()
    {
        await World.NetworkWithSubnet("a", 1);
        string nic = await World.Interface("nic", "a", "10.1.0.4");
        Assert.Equal((404, "ResourceNotFound"), await Refusal(nic + "x"));
        World.Lab.Principals[0].Deny("/", "Microsoft.Network/networkInterfaces/effectiveRouteTable/action");
        Assert.Equal((403, "AuthorizationFailed"), await Refusal(nic));
        World.Lab.Principals[0].ClearDenials();
        using HttpResponseMessage locked = World.Lab.Send("PUT", World.Group + "/providers/Microsoft.Authorization/locks/hold?api-version=2016-09-01", """{"properties":{"level":"ReadOnly"}}""");
        Assert.Equal((409, "ScopeLocked"), await Refusal(nic));

        async Task<(int, string)> Refusal(string id)
        {
            LabReply reply = await World.Client.Send("POST", $"{id}/{TrafficQuestions.Routes}");
            return (reply.Status, reply.Code);
        }
    }

    [Fact]
    public async Task Faults_strike_computations_like_writes()
    {
        await World.NetworkWithSubnet("a", 1);
        string question = $"{await World.Interface("nic", "a", "10.1.0.4")}/{TrafficQuestions.Routes}";
        World.Lab.AddFault(new LabFault { Method = "POST", Path = "*/effectiveRouteTable", Times = 1, Effect = LabFaultEffect.Status, Status = System.Net.HttpStatusCode.ServiceUnavailable, Code = "ServerTimeout" });
        World.Lab.AddFault(new LabFault { Method = "POST", Path = "*/effectiveRouteTable", Skip = 1, Times = 1, Effect = LabFaultEffect.FailOperation, Code = "InternalServerError", Message = "lab" });
        Assert.Equal(503, (await World.Client.Send("POST", question)).Status);
        Assert.Equal("InternalServerError", (await World.Client.Ask(question)).Code);
        Assert.Equal(200, (await World.Client.Ask(question)).Status);
    }

    [Fact, ArmFact("1.7")]
    public async Task Without_security_groups_the_list_is_empty()
    {
        await World.NetworkWithSubnet("a", 1);
        LabReply reply = await World.Client.Ask($"{await World.Interface("nic", "a", "10.1.0.4")}/{TrafficQuestions.Groups}");
        Assert.Equal("""{"value":[]}""", reply.Text);
    }

    [Fact, ArmFact("1.7")]
    public async Task Rules_are_shown_with_ports_as_ranges_and_tags_as_prefixes()
    {
        string id = await World.Store(Group, "nsg", """{"securityRules":[{"name":"web","properties":{"protocol":"Tcp","sourceAddressPrefix":"VirtualNetwork","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRanges":["443","8000-8010"],"access":"Allow","priority":100,"direction":"Inbound"}}]}""");
        await World.NetworkWithSubnet("a", 1, $",\"networkSecurityGroup\":{{\"id\":\"{id}\"}}");
        await World.NetworkWithSubnet("b", 2);
        await World.Pair("a", "b");
        LabReply reply = await World.Client.Ask($"{await World.Interface("nic", "a", "10.1.0.4", $",\"networkSecurityGroup\":{{\"id\":\"{id}\"}}")}/{TrafficQuestions.Groups}");

        JsonArray groups = reply.Json["value"]!.AsArray();
        Assert.Equal(["networkInterface", "subnet"], groups.Select(g => g!["association"]!.AsObject().First().Key));
        JsonNode web = groups[1]!["effectiveSecurityRules"]!.AsArray().First(r => (string)r!["name"]! == "securityRules/web")!;
        Assert.Equal(["443-443", "8000-8010"], web["destinationPortRanges"]!.AsArray().Select(p => (string)p!));
        Assert.Equal(["10.1.0.0/16", "10.2.0.0/16", "168.63.129.16/32"], web["expandedSourceAddressPrefix"]!.AsArray().Select(p => (string)p!));
        Assert.Equal(
            ["AllowAzureLoadBalancerInBound", "AllowInternetOutBound", "AllowVnetInBound", "AllowVnetOutBound", "DenyAllInBound", "DenyAllOutBound"],
            groups[1]!["effectiveSecurityRules"]!.AsArray().Select(r => ((string)r!["name"]!).Split('/')).Where(n => n[0] == "defaultSecurityRules").Select(n => n[1]).Order());
    }
}
