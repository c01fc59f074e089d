using System.Text.Json;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Serves what Azure really answered and checks the sides that the module makes of it.</summary>
public class RecordingTests
{
    private const string WholeLife = "java-testNetworkPeerings.json";
    private const string NetworkSegment = "/virtualNetworks/";
    private const string PeeringSegment = "/virtualNetworkPeerings/";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, int, int> Files => new()
    {
        { WholeLife, 19, 5 },
        { "java-testVerifyNetworkPeeringWithNetworkWatcher.json", 14, 4 },
        { "net-2023-VirtualNetworkPeeringTest.json", 4, 1 },
        { "net-ManageNetworkPeeringInSameSubscription.json", 12, 5 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_recorded_network_reads_as_its_JSON_says(string file, int networks, int peerings)
    {
        List<RecordedAnswer> answers = Recordings.Answers(file, IsNetwork);
        Assert.Equal(networks, answers.Count);
        foreach (RecordedAnswer answer in answers)
        {
            VirtualNetwork network = await Serve(answer).GetVirtualNetworkAsync(ResourceId.Parse(answer.Path), Cancel);
            JsonElement expected = JsonDocument.Parse(answer.Body).RootElement;
            Assert.Equal(expected.GetProperty("id").GetString(), network.Id.Text);
            JsonElement properties = expected.GetProperty("properties");
            Assert.Equal(Texts(properties, "addressSpace", "addressPrefixes"), network.AddressPrefixes);
            Assert.Equal(properties.GetProperty("subnets").GetArrayLength(), network.Subnets.Count);
            JsonElement[] sides = properties.TryGetProperty("virtualNetworkPeerings", out JsonElement list) ? [.. list.EnumerateArray()] : [];
            Assert.Equal(sides.Length, network.Peerings.Count);
            foreach ((JsonElement json, PeeringSide side) in sides.Zip(network.Peerings))
            {
                AssertSide(json, side);
                Assert.Equal(network.AddressPrefixes, side.VirtualNetworkAddressSpace);
                Assert.Equal(network.Id.Text, side.VirtualNetworkId);
            }
        }

        List<RecordedAnswer> single = Recordings.Answers(file, path => path.Contains(PeeringSegment));
        Assert.Equal(peerings, single.Count);
        foreach (RecordedAnswer answer in single)
        {
            PeeringSnapshot snapshot = await Serve(answer).GetPeeringAsync(ResourceId.Parse(answer.Path), Cancel);
            AssertSide(JsonDocument.Parse(answer.Body).RootElement, snapshot.Side);
        }
    }

    [Fact]
    public async Task A_whole_life_reads_Initiated_then_Connected_then_Disconnected_and_gone()
    {
        List<string> states = [];
        foreach (RecordedAnswer answer in Recordings.Answers(WholeLife, path => IsNetwork(path) || path.Contains(PeeringSegment)))
        {
            IArmNetwork arm = Serve(answer);
            ResourceId id = ResourceId.Parse(answer.Path);
            IEnumerable<PeeringSide> sides = id.PeeringName is null
                ? (await arm.GetVirtualNetworkAsync(id, Cancel)).Peerings
                : [(await arm.GetPeeringAsync(id, Cancel)).Side];
            // The first network's own side is the one that lives through everything.
            states.AddRange(sides.Where(s => s.VirtualNetworkName.StartsWith("neta", StringComparison.Ordinal)).Select(s => s.PeeringState!));
        }

        Assert.Equal(["Initiated", "Connected", "Disconnected"], states.Where((state, i) => i == 0 || states[i - 1] != state));
    }

    [Fact]
    public async Task A_recorded_list_of_a_subscription_holds_both_halves_with_one_guid()
    {
        RecordedAnswer answer = Recordings.Answers(WholeLife, path => path.EndsWith("/providers/Microsoft.Network/virtualNetworks", StringComparison.Ordinal))[^1];
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(answer.Body));
        PeeringSide[] sides = [.. (await Samples.ListAsync(arm.Open(), Cancel)).SelectMany(n => n.Peerings)];
        Assert.Equal(2, sides.Length);
        Assert.NotNull(sides[0].ResourceGuid);
        Assert.Equal(sides[0].ResourceGuid, sides[1].ResourceGuid);
        Assert.Equal(sides[0].VirtualNetworkId, sides[1].RemoteVirtualNetworkId, ignoreCase: true);
        Assert.Equal(sides[1].VirtualNetworkId, sides[0].RemoteVirtualNetworkId, ignoreCase: true);
        Assert.All(sides, s => Assert.Equal("Connected", s.PeeringState));
    }

    private static IArmNetwork Serve(RecordedAnswer answer) => ScriptedArm.Of(() => ScriptedArm.Json(answer.Body)).Open();

    private static bool IsNetwork(string path)
    {
        int at = path.IndexOf(NetworkSegment, StringComparison.Ordinal);
        return at > 0 && path.IndexOf('/', at + NetworkSegment.Length) < 0;
    }

    private static void AssertSide(JsonElement json, PeeringSide side)
    {
        JsonElement p = json.GetProperty("properties");
        Assert.True(side.Exists);
        Assert.Equal(json.GetProperty("id").GetString(), side.Id);
        Assert.Equal(json.GetProperty("name").GetString(), side.Name);
        Assert.Equal(json.GetProperty("etag").GetString(), side.Etag);
        Assert.Equal(
            (Text(p, "peeringState"), Text(p, "provisioningState"), Text(p, "resourceGuid"), Text(p, "peeringSyncLevel")),
            (side.PeeringState, side.ProvisioningState, side.ResourceGuid, side.PeeringSyncLevel));
        Assert.Equal(
            (Flag(p, "allowVirtualNetworkAccess"), Flag(p, "allowForwardedTraffic"), Flag(p, "allowGatewayTransit"), Flag(p, "useRemoteGateways")),
            (side.AllowVirtualNetworkAccess, side.AllowForwardedTraffic, side.AllowGatewayTransit, side.UseRemoteGateways));
        Assert.Equal(p.GetProperty("remoteVirtualNetwork").GetProperty("id").GetString(), side.RemoteVirtualNetworkId);
        Assert.Equal(Texts(p, "remoteAddressSpace", "addressPrefixes"), side.RemoteAddressSpace);
        Assert.Equal(Texts(p, "remoteVirtualNetworkAddressSpace", "addressPrefixes"), side.RemoteVirtualNetworkAddressSpace);
    }

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static bool Flag(JsonElement owner, string name) => owner.GetProperty(name).GetBoolean();

    private static string[] Texts(JsonElement owner, string name, string list) => owner.TryGetProperty(name, out JsonElement inner)
        ? [.. inner.GetProperty(list).EnumerateArray().Select(t => t.GetString()!)]
        : [];
}
