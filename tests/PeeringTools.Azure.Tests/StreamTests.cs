using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Azure.Tests.Doubles;

namespace PeeringTools.Azure.Tests;

/// <summary>Bodies are read while they arrive, and refused where they are not what ARM sends.</summary>
public class StreamTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>A quote is written with a backslash, and not with its number.</summary>
    private static readonly JsonSerializerOptions Shortest = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] OtherValues = ["null", "true", "-1.5e3", "[]", "{}", "[ ]"];

    [Fact]
    public async Task However_the_bytes_are_cut_the_network_is_the_same()
    {
        Gen<string> text = Gen.String[Gen.Char["aZ09 \"\\/\b\n\té漢\u2028€"], 0, 12];
        Gen<(string Name, string Tag, string Value, int[] Chunks, int Buffer)> gen =
            Gen.Select(text, text, text, Gen.Int[1, 40].Array[1, 8], Gen.Int[16, 64]);
        await gen.SampleAsync(async sample =>
        {
            string json = Body(sample.Name, sample.Tag, sample.Value);
            VirtualNetworkData whole = await ReadAsync(json, [int.MaxValue], 4096);
            VirtualNetworkData pieces = await ReadAsync(json, sample.Chunks, sample.Buffer);
            return Show(whole) == Show(pieces)
                && whole.VirtualNetworkPeerings[0].Name == sample.Name
                && whole.Tags![sample.Tag] == sample.Value
                && whole.Subnets[0].Name == sample.Name;
        }, iter: 2000);
    }

    [Fact]
    public async Task What_is_passed_over_ends_where_it_ends_however_the_bytes_are_cut()
    {
        Gen<string> text = Gen.String[Gen.Char["a\"\\{}[],: é"], 0, 8].Select(Quoted);
        Gen<string> value = Gen.Recursive<string>((depth, inner) => depth > 4 ? text : Gen.OneOf(
            text,
            Gen.OneOf([.. OtherValues.Select(Gen.Const)]),
            inner.Array[0, 3].Select(items => "[" + string.Join(" , ", items) + "]"),
            Gen.Select(text, inner).Array[0, 3].Select(members => "{" + string.Join(",", members.Select(member => $"{member.Item1} : {member.Item2}")) + "}")));
        await Gen.Select(value, Gen.Int[1, 9].Array[1, 5]).SampleAsync(async sample =>
        {
            VirtualNetworkData data = await ReadAsync($$"""{"other":{{sample.Item1}},"id":"after","properties":{"unknown":[{{sample.Item1}}] } }""", sample.Item2, 64);
            return data.Id == "after";
        }, iter: 5000);
    }

    [Fact]
    public async Task Without_its_subnets_a_network_is_the_same_network()
    {
        string json = Body("n", "t", "v");
        VirtualNetworkData whole = await ReadAsync(json, [7], 16);
        VirtualNetworkData pairs = await ReadAsync(json, [7], 16, withSubnets: false);
        Assert.Single(whole.Subnets);
        Assert.Empty(pairs.Subnets);
        whole.Subnets.Clear();
        Assert.Equal(Show(whole), Show(pairs));
    }

    [Fact]
    public async Task A_byte_order_mark_and_members_in_another_order_are_no_matter()
    {
        string json = "\uFEFF" + """
            {"properties":{"virtualNetworkPeerings":null,"subnets":[
            {"properties":{"ipConfigurations":[{"id":"/x/VirtualHubs/routes/ipConfigurations/a"},{"id":"/x/virtualhubs/ROUTES/ipConfigurations/b"}]},"name":"RouteServerSubnet"},
            {"properties":{"ipConfigurations":[{"id":"/x/virtualNetworkGateways/no/ipConfigurations/a"}]},"name":"default"}]},"id":"late","\u006cocation":"westeurope"}
            """;
        VirtualNetworkData data = await ReadAsync(json, [1], 16);
        Assert.Equal("late", data.Id);
        Assert.Equal("westeurope", data.Location);
        Assert.Equal(["/x/VirtualHubs/routes"], data.Subnets.SelectMany(s => s.GatewayIds));
    }

    [Fact]
    public async Task A_peering_may_write_its_names_with_escapes_hold_what_nobody_knows_and_leave_things_null()
    {
        string json = """
            {"id":"x","properties":{"virtualNetworkPeerings":[null,{"\u006eame":"a\"b","etag":null,"new":[{"name":"inner"}],"properties":{"more":{"name":[1]},
            "remoteVirtualNetwork":null,"remoteAddressSpace":{"addressPrefixes":[null,"10.0.0.0/8"]},"remoteGateways":[{"id":"g"},{},null],"allowGatewayTransit":null}}]}}
            """;
        VirtualNetworkPeeringData peering = (await ReadAsync(json, [1], 16)).VirtualNetworkPeerings[1];
        Assert.Equal("a\"b", peering.Name);
        Assert.Null(peering.ETag);
        Assert.Null(peering.RemoteVirtualNetworkId);
        Assert.Null(peering.AllowGatewayTransit);
        Assert.Equal(["10.0.0.0/8"], peering.RemoteAddressPrefixes);
        Assert.Equal(["g"], peering.RemoteGatewayIds);
    }

    [Theory]
    [InlineData("""{"id":"a" """, "ends early")]
    [InlineData("""{"id":"a","properties":{"subnets":[{""", "")]
    [InlineData("", "")]
    [InlineData("""{"id":"a"} {}""", "")]
    [InlineData("""{"id":["a"]}""", "")]
    [InlineData("""{"properties":[]}""", "")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":[{"name":"a","properties":{"peeringState":"Conn""", "ends early")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":[{"name":"a"},""", "ends early")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":["a"]}}""", "another value")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":[{"name":{}}]}}""", "another value")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":[{"properties":{"allowForwardedTraffic":"yes"}}]}}""", "another value")]
    [InlineData("""{"properties":{"virtualNetworkPeerings":[{"name":"\ud800"}]}}""", "half of a pair")]
    [InlineData("""{"tags":7}""", "another value")]
    [InlineData("""{"other":[{]}""", "another bracket")]
    [InlineData("""{"other":[1},"id":"a"}""", "another bracket")]
    [InlineData("""{"other":[{"deep":["open]}""", "ends early")]
    [InlineData("<html>", "")]
    public async Task What_is_no_JSON_or_ends_early_is_an_unexpected_answer(string body, string hint)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(body));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
        Assert.Equal(Samples.Hub.Text, error.Error.TargetId);
        if (hint.Length > 0) Assert.IsType<JsonException>(error.InnerException, exactMatch: false);
        Assert.Single(arm.Requests);
    }

    [Fact]
    public async Task A_body_nested_without_end_is_an_unexpected_answer()
    {
        string deep = "{\"other\":" + string.Concat(Enumerable.Repeat("[", 5000));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => ScriptedArm.Of(() => ScriptedArm.Json(deep)).Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
    }

    [Fact]
    public async Task A_single_text_without_end_is_an_unexpected_answer()
    {
        string endless = "{\"other\":\"" + new string('x', 5 * 1024 * 1024) + "\"}";
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => ScriptedArm.Of(() => ScriptedArm.Json(endless)).Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_an_unexpected_answer_and_is_named(string type)
    {
        ScriptedArm arm = ScriptedArm.Of(() =>
        {
            HttpResponseMessage answer = ScriptedArm.Json(Samples.Network("hub"));
            answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            return answer;
        });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
        Assert.Contains(type, error.Message);
    }

    [Fact]
    public async Task A_peering_of_more_than_a_megabyte_is_an_unexpected_answer()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering(",\"x\":[" + string.Join(",", Enumerable.Repeat("1", 700_000)) + "]")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetPeeringAsync(Samples.HubPeering, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Shortest);

    private static string Body(string name, string tag, string value)
    {
        string quotedName = JsonSerializer.Serialize(name);
        return $$$"""
            { "tags" : {{{JsonSerializer.Serialize(new Dictionary<string, string> { [tag] = value })}}}, "id":"/x", "extra":{"a":[{"deep":[[],{},"{\"",1.5e3,true,null]}]},
              "properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/8","fd00::/48"]},"subnets":[{"name":{{{quotedName}}},"properties":{"ipConfigurations":[{"id":"x"}]}}],
              "virtualNetworkPeerings":[{"name":{{{quotedName}}},"properties":{"allowForwardedTraffic":true,"remoteSubnetNames":[{{{quotedName}}},"b"],"unknown":{"a":{{{quotedName}}} } }}]} }
            """;
    }

    private static async Task<VirtualNetworkData> ReadAsync(string json, int[] chunks, int buffer, bool withSubnets = true)
    {
        using JsonStreamReader reader = new(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunks), CancellationToken.None, buffer);
        VirtualNetworkData data = await VirtualNetworkReader.ReadAsync(reader, withSubnets);
        await reader.EndAsync();
        return data;
    }

    private static string Show(VirtualNetworkData data) => JsonSerializer.Serialize(data);
}
