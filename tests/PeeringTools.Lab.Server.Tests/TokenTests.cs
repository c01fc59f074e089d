using PeeringTools.Lab.Server.Identity;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>What Resource Manager's door believes.</summary>
public sealed class TokenTests(RunningServer server) : ServerTest(server)
{
    private const string List = "subscriptions?api-version=2022-12-01";

    [Fact]
    public async Task A_token_that_the_lab_issues_in_its_own_process_is_worth_nothing_on_the_wire()
    {
        string unsigned = Server.Lab.IssueToken(Server.Contoso, Server.Lab.Principals[0].Id);
        WireReply reply = await Server.GetAsync(List, unsigned);
        Assert.Equal((401, "InvalidAuthenticationToken"), (reply.Status, reply.Code));
        string[] parts = Server.Token().Split('.');
        Assert.Equal(401, (await Server.GetAsync(List, parts[0] + "." + parts[1] + ".")).Status);
        Assert.Equal(401, (await Server.GetAsync(List, unsigned + parts[2])).Status);
    }

    [Fact]
    public async Task A_token_that_another_signed_or_that_was_changed_is_refused()
    {
        using TokenSigner stranger = new();
        AccessTokens others = new(stranger);
        string foreign = others.Issue(new TokenHolder(Server.Operator.ObjectId, Server.Operator.ClientId), Server.Contoso, Server.Server.Endpoint.AbsoluteUri, TimeSpan.FromHours(1), Server.Lab.Clock.GetUtcNow());
        Assert.Equal(401, (await Server.GetAsync(List, foreign)).Status);
        string[] mine = Server.Token().Split('.');
        string[] owners = Server.Token(Server.Owner).Split('.');
        Assert.Equal(401, (await Server.GetAsync(List, $"{mine[0]}.{owners[1]}.{mine[2]}")).Status);
    }

    [Theory]
    [InlineData("https://management.azure.com", 200)]
    [InlineData("https://management.azure.com/", 200)]
    [InlineData("https://management.core.windows.net/", 200)]
    [InlineData("own", 200)]
    [InlineData("own/", 200)]
    [InlineData("https://vault.azure.net", 401)]
    [InlineData("https://management.azure.com.elsewhere.test", 401)]
    public async Task A_token_is_for_Resource_Manager_with_or_without_a_slash_at_its_end(string audience, int status)
    {
        string own = Server.Server.Endpoint.AbsoluteUri.TrimEnd('/');
        WireReply reply = await Server.GetAsync(List, Server.Token(audience: audience.Replace("own", own)));
        Assert.Equal(status, reply.Status);
        if (status == 401) Assert.Equal("InvalidAuthenticationTokenAudience", reply.Code);
    }

    [Fact]
    public async Task A_token_ends_with_the_labs_clock()
    {
        string token = Server.Token();
        Assert.Equal(200, (await Server.GetAsync(List, token)).Status);
        Assert.Equal(200, (await Server.ControlAsync("POST", "clock", """{"advanceSeconds":3601}""")).Status);
        WireReply reply = await Server.GetAsync(List, token);
        Assert.Equal((401, "ExpiredAuthenticationToken"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_told_where_to_sign_in()
    {
        Server.Begin("Broken");
        LabSubscription home = Server.Lab.Subscriptions.First(s => s.TenantId == Server.Contoso);
        string other = Server.Lab.Tenants.First(t => t.TenantId != Server.Contoso).TenantId;
        WireReply reply = await Server.GetAsync($"subscriptions/{home.SubscriptionId}?api-version=2022-12-01", Server.Token(Server.Owner, other));
        Assert.Equal((401, "InvalidAuthenticationTokenTenant"), (reply.Status, reply.Code));
        Assert.Contains($"authorization_uri=\"{Server.Server.Authority}{Server.Contoso}\"", reply.Headers["WWW-Authenticate"]);
        WireReply nobody = await Server.GetAsync($"subscriptions/{home.SubscriptionId}?api-version=2022-12-01", null);
        Assert.Contains($"authorization_uri=\"{Server.Server.Authority}{Server.Contoso}\"", nobody.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task A_principal_that_is_not_in_the_tenant_gets_nothing_with_its_token()
    {
        Server.Begin("Broken");
        string other = Server.Lab.Tenants.First(t => t.TenantId != Server.Contoso).TenantId;
        Assert.Equal(401, (await Server.GetAsync(List, Server.Token(Server.Operator, other))).Status);
    }

    [Fact]
    public async Task Auxiliary_tokens_are_verified_like_the_first_one()
    {
        Server.Begin("Broken");
        string other = Server.Lab.Tenants.First(t => t.TenantId != Server.Contoso).TenantId;
        string good = Server.Token(Server.Owner, other);
        Assert.Equal(200, (await this.WithAsync("Bearer " + good)).Status);
        Assert.Equal(200, (await this.WithAsync($"Bearer {good}, Bearer {good}")).Status);
        foreach (string bad in (string[])[Server.Lab.IssueToken(Server.Contoso, Server.Lab.Principals[0].Id), good + "x", Server.Token(Server.Owner, other, lifetime: TimeSpan.FromSeconds(-1))])
        {
            WireReply reply = await this.WithAsync($"Bearer {good}, Bearer {bad}");
            Assert.Equal(401, reply.Status);
        }
    }

    [Fact]
    public async Task Roles_are_those_of_the_lab()
    {
        ResourceId hub = Server.Find("vnet-hub");
        Application reader = Server.Server.Host.Applications.Named(Applications.Reader);
        Application stranger = Server.Server.Host.Applications.Named(Applications.Stranger);
        string path = hub.Text + "?api-version=2024-05-01";
        Assert.Equal(200, (await Server.GetAsync(path, Server.Token(reader))).Status);
        Assert.Equal("AuthorizationFailed", (await Server.SendAsync("DELETE", path, Server.Token(reader))).Code);
        Assert.Equal("AuthorizationFailed", (await Server.GetAsync(path, Server.Token(stranger))).Code);
        await Server.ControlAsync("POST", "access", $$"""{"principal":"stranger","grant":"Reader","scope":"{{hub.Text}}"}""");
        Assert.Equal(200, (await Server.GetAsync(path, Server.Token(stranger))).Status);
        Assert.Equal(stranger.ObjectId, Server.Lab.Ledger.Requests[^1].PrincipalId);
    }

    private Task<WireReply> WithAsync(string auxiliary) =>
        Server.SendAsync("GET", List, Server.Token(Server.Owner), ("x-ms-authorization-auxiliary", auxiliary));
}
