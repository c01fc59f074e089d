using Microsoft.Extensions.Time.Testing;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Who may do what: tokens, roles, tenants and the linked check of a peering's other end.</summary>
public sealed class AccessTests
{
    private const string Reader = "8d6d9b2c-44c6-4d62-8a54-2d7f1dfb4f01";
    private const string Partner = "b1f8f6f2-0d7e-4df1-9b52-7f5f0c1c5a02";

    [Fact, ArmFact("3.4")]
    public async Task Without_a_readable_valid_token_nothing_is_answered()
    {
        FakeTimeProvider time = new();
        using World world = new(new LabOptions { TimeProvider = time });
        string good = world.Client.Token;
        world.Client.Token = "";
        LabReply missing = await world.Client.Get(world.Group, "2021-04-01");
        Assert.Equal((401, "AuthenticationFailed"), (missing.Status, missing.Code));
        Assert.StartsWith("Bearer authorization_uri=", missing.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        world.Client.Token = "abc";
        Assert.Equal("InvalidAuthenticationToken", (await world.Client.Get(world.Group)).Code);
        world.Client.Token = good;
        time.Advance(TimeSpan.FromHours(12));
        Assert.Equal((401, "ExpiredAuthenticationToken"), ((await world.Client.Get(world.Group)).Status, (await world.Client.Get(world.Group)).Code));
    }

    [Fact, ArmFact("3.4")]
    public async Task What_a_role_does_not_allow_is_403_and_names_action_and_scope()
    {
        using World world = new();
        await world.Networks("a", "b");
        world.Lab.AddPrincipal(Reader, "reader@contoso.example", world.Lab.Tenants[0].TenantId).Grant(world.Subscription, LabRole.Reader);
        using LabClient reader = new(world.Lab, Reader);
        Assert.Equal(200, (await reader.Get(world.Id("a"))).Status);
        LabReply refused = await reader.Put(world.Half("a", "b"), world.PeeringBody("b"));
        Assert.Equal((403, "AuthorizationFailed"), (refused.Status, refused.Code));
        Assert.Contains($"'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write' over scope '{world.Half("a", "b")}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_leave_out_silently_what_the_caller_may_not_read()
    {
        using World world = new();
        await world.Networks("a", "b", "c");
        world.Lab.AddPrincipal(Reader, "reader@contoso.example", world.Lab.Tenants[0].TenantId).Grant(world.Id("b"), LabRole.Reader);
        using LabClient reader = new(world.Lab, Reader);
        LabReply list = await reader.Get(world.Subscription + "/providers/Microsoft.Network/virtualNetworks");
        Assert.Equal(["b"], list.Json["value"]!.AsArray().Select(v => (string)v!["name"]!));
        world.Lab.Principals[1].Revoke(world.Id("b"));
        Assert.Equal(403, (await reader.Get(world.Subscription + "/providers/Microsoft.Network/virtualNetworks")).Status);
        Assert.Empty((await reader.Get("/subscriptions")).Json["value"]!.AsArray());
    }

    [Fact, ArmFact("3.4")]
    public async Task The_other_network_of_a_peering_needs_the_peer_action()
    {
        using World world = new();
        await world.Networks("a", "b");
        world.Lab.AddPrincipal(Partner, "partner@contoso.example", world.Lab.Tenants[0].TenantId).Grant(world.Id("a"), LabRole.NetworkContributor).Grant(world.Id("b"), LabRole.Reader);
        using LabClient partner = new(world.Lab, Partner);
        LabReply refused = await partner.Put(world.Half("a", "b"), world.PeeringBody("b"));
        Assert.Equal((403, "LinkedAuthorizationFailed", "gateway"), (refused.Status, refused.Code, refused.Headers["x-ms-failure-cause"]));
        Assert.Contains("'peer/action' on the linked scope(s) '" + world.Id("b") + "'", refused.Message, StringComparison.Ordinal);
        world.Lab.Principals[1].Grant(world.Id("b"), new LabRole("Peer", ["Microsoft.Network/virtualNetworks/peer/action"], []));
        Assert.Equal(201, (await partner.Put(world.Half("a", "b"), world.PeeringBody("b"))).Status);
    }

    [Fact, ArmFact("3.4")]
    public async Task Another_tenant_needs_a_token_of_it_beside_the_first()
    {
        using World world = new();
        await world.Networks("a");
        LabTenant other = world.Lab.AddTenant("7a3d5a60-3a35-4b4c-8a0e-3d2f0c6f9911", "Fabrikam");
        LabSubscription theirs = world.Lab.AddSubscription("5c1f7b55-8f5f-4e1c-b0a3-2f1b7a6a2211", "Fabrikam", other.TenantId);
        string group = $"/subscriptions/{theirs.SubscriptionId}/resourceGroups/rg";
        string remote = group + "/providers/Microsoft.Network/virtualNetworks/far";
        world.Lab.Send("PUT", group + "?api-version=2021-04-01", """{"location":"westeurope"}""").Dispose();
        world.Lab.Send("PUT", remote + "?api-version=2024-07-01", World.NetworkBody("10.9.0.0/16")).Dispose();
        LabPrincipal me = world.Lab.Principals[0].Join(other.TenantId).Grant("/subscriptions/" + theirs.SubscriptionId, LabRole.NetworkContributor);
        string body = "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"" + remote + "\"}}}";
        LabReply refused = await world.Client.Put(world.Half("a", "far"), body);
        Assert.Equal((403, "LinkedAuthorizationFailed"), (refused.Status, refused.Code));
        Assert.Contains($"is not authorized to access linked subscription '{theirs.SubscriptionId}'", refused.Message, StringComparison.Ordinal);
        LabReply wrong = await world.Client.Get(remote);
        Assert.Equal((401, "InvalidAuthenticationTokenTenant"), (wrong.Status, wrong.Code));
        string theirToken = "Bearer " + world.Lab.IssueToken(other.TenantId, me.Id);
        world.Client.Auxiliary = theirToken + ", Bearer broken";
        Assert.Equal((401, "InvalidAuxiliaryTokens"), ((await world.Client.Get(world.Group)).Status, (await world.Client.Get(world.Group)).Code));
        world.Client.Auxiliary = string.Join(", ", Enumerable.Repeat(theirToken, 4));
        Assert.Equal(400, (await world.Client.Get(world.Group)).Status);
        world.Client.Auxiliary = theirToken;
        Assert.Equal(201, (await world.Client.Put(world.Half("a", "far"), body)).Status);
    }

    [Fact, ArmFact("1.11")]
    public async Task Permissions_show_one_entry_per_role_in_force()
    {
        using World world = new();
        LabReply reply = await world.Client.Get(world.Group + "/providers/Microsoft.Authorization/permissions", "2022-04-01");
        string[] ownOfEach = ["*/read", "Microsoft.Network/*", "Microsoft.Resources/tags/*"];
        string[][] entries = [.. reply.Json["value"]!.AsArray().Select(e => e!["actions"]!.AsArray().Select(a => (string)a!).ToArray())];
        Assert.Equal(ownOfEach.Length, entries.Length);
        Assert.All(ownOfEach, action => Assert.Single(entries, entry => entry.Contains(action)));
        Assert.NotNull(reply.Json["value"]![0]!["dataActions"]);
        Assert.Null((await world.Client.Get(world.Group + "/providers/Microsoft.Authorization/permissions", "2015-07-01")).Json["value"]![0]!["dataActions"]);
    }

    [Fact, ArmFact("1.11")]
    public async Task Subscriptions_and_tenants_are_those_the_caller_sees()
    {
        using World world = new();
        LabReply list = await world.Client.Get("/subscriptions", "2022-12-01");
        Assert.Equal("Enabled", (string)list.Json["value"]![0]!["state"]!);
        Assert.Equal(world.Lab.Tenants[0].TenantId, (string)list.Json["value"]![0]!["tenantId"]!);
        Assert.Equal(world.Lab.Tenants[0].TenantId, (string)(await world.Client.Get("/tenants", "2022-12-01")).Json["value"]![0]!["tenantId"]!);
        Assert.Equal(200, (await world.Client.Get(world.Subscription, "2022-12-01")).Status);
    }

    [Fact, ArmFact("3.11", "4.3")]
    public async Task Beyond_the_bucket_is_429_with_the_seconds_to_wait()
    {
        FakeTimeProvider time = new();
        using World world = new(new LabOptions { TimeProvider = time, EnforceRateLimits = true });
        LabReply reply = await world.Client.Get(world.Group);
        Assert.Equal("249", reply.Headers["x-ms-ratelimit-remaining-subscription-reads"]);
        for (int i = 0; i < 250; i++)
        {
            reply = await world.Client.Get(world.Group);
        }

        Assert.Equal((429, "SubscriptionRequestsThrottled", "1"), (reply.Status, reply.Code, reply.Headers["Retry-After"]));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await world.Client.Get(world.Group)).Status);
        Assert.Equal(204, (await world.Client.Send("DELETE", world.Id("a"))).Status);
    }
}
