using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What a wire does to an answer, met by a client in the same process; and who may put tokens of their own before the lab.</summary>
public sealed class WireFaultTests : LabTest
{
    [Fact]
    public async Task A_body_may_break_off_in_its_middle()
    {
        await World.Networks("a");
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.BreakBody });
        await Assert.ThrowsAnyAsync<Exception>(() => World.Client.Get(World.Id("a")));
        Assert.Equal(200, (await World.Client.Get(World.Id("a"))).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(5_000_000)]
    public async Task A_body_may_be_very_long_and_is_still_the_same_object(long size)
    {
        await World.Networks("a");
        string plain = (await World.Client.Get(World.Id("a"))).Text;
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.InflateBody, Size = size });
        LabReply reply = await World.Client.Get(World.Id("a"));
        Assert.InRange(reply.Text.Length, plain.Length + size - 200, plain.Length + size + 200);
        JsonObject inflated = (JsonObject)reply.Json;
        inflated.Remove("inflation");
        Assert.Equal(JsonNode.Parse(plain)!.ToJsonString(), inflated.ToJsonString());
        Assert.Equal(reply.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), reply.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_redirect_and_a_challenge_carry_nothing_out()
    {
        World.Lab.AddFault(new LabFault { Method = "PUT", Effect = LabFaultEffect.Redirect, Host = "evil.example" });
        LabReply redirect = await World.Client.Send("PUT", World.Id("a"), Support.World.NetworkBody("10.1.0.0/16"));
        Assert.Equal(307, redirect.Status);
        Assert.StartsWith("https://evil.example/subscriptions/", redirect.Headers["Location"], StringComparison.Ordinal);
        World.Lab.AddFault(new LabFault { Method = "PUT", Status = HttpStatusCode.Unauthorized, Code = "InvalidAuthenticationToken", Challenge = "Bearer claims=\"e30=\"" });
        LabReply challenged = await World.Client.Send("PUT", World.Id("a"), Support.World.NetworkBody("10.1.0.0/16"));
        Assert.Equal((401, "Bearer claims=\"e30=\""), (challenged.Status, challenged.Headers["WWW-Authenticate"]));
        Assert.Equal(404, (await World.Client.Get(World.Id("a"))).Status);
        Assert.All(World.Lab.Faults, fault => Assert.Equal(1, fault.Struck));
    }

    [Fact]
    public async Task An_answer_may_come_late_and_jitter_adds_at_most_what_it_says()
    {
        FakeTimeProvider time = new();
        LabOptions options = new() { TimeProvider = time, Latency = TimeSpan.FromSeconds(1), Jitter = TimeSpan.FromSeconds(2), RequireAuthentication = false };
        using World world = new(options);
        world.Lab.AddFault(new LabFault { Effect = LabFaultEffect.Delay, Duration = TimeSpan.FromSeconds(10) });
        using HttpMessageInvoker invoker = new(world.Lab.CreateHandler());
        foreach ((int early, int late) in ((int, int)[])[(11, 2), (1, 2)])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, LabClient.Url(world.Group));
            Task<HttpResponseMessage> answer = invoker.SendAsync(request, TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromSeconds(early) - TimeSpan.FromTicks(1));
            Assert.False(answer.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(late) + TimeSpan.FromTicks(1));
            (await answer).Dispose();
        }
    }

    [Fact]
    public async Task A_verifier_of_tokens_decides_alone_and_the_lab_judges_what_they_say()
    {
        string claims = Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $$"""{"tid":"{{World.Lab.Tenants[0].TenantId}}","oid":"{{World.Lab.Principals[0].Id}}","aud":"https://127.0.0.1:5001","exp":99999999999}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal(200, (await World.Client.Get(World.Group)).Status);
        string unsigned = World.Client.Token;
        World.Client.Token = $"e30.{claims}.signed";
        Assert.Equal(401, (await World.Client.Get(World.Group)).Status);

        World.Lab.Options.TokenVerifier = token => token.EndsWith(".signed", StringComparison.Ordinal);
        World.Lab.Options.Authority = "https://127.0.0.1:5002/";
        Assert.Equal("InvalidAuthenticationTokenAudience", (await World.Client.Get(World.Group)).Code);
        World.Lab.Options.Audiences = ["https://127.0.0.1:5001/"];
        Assert.Equal(200, (await World.Client.Get(World.Group)).Status);
        World.Client.Token = unsigned;
        LabReply refused = await World.Client.Get(World.Group);
        Assert.Equal(401, refused.Status);
        Assert.Contains("authorization_uri=\"https://127.0.0.1:5002/", refused.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }
}
