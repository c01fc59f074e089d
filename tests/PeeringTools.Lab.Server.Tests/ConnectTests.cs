using PeeringTools.Lab.Server.Tests.Support;
using PeeringTools.Ports;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>The module's own way in, over its own transport. The default chain is never run: it would ask the machine's metadata service.</summary>
public sealed class ConnectTests(RunningServer server) : ServerTest(server)
{
    private readonly Adapter _adapter = new(server);

    public static TheoryData<string> Kinds =>
    [
        nameof(CredentialKind.ClientSecret), nameof(CredentialKind.Certificate), nameof(CredentialKind.FederatedToken),
        nameof(CredentialKind.AccessToken), nameof(CredentialKind.AzContext), nameof(CredentialKind.DeviceCode),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_way_to_sign_in_reads_and_writes(string kind)
    {
        ConnectionRequest request = _adapter.Request(Enum.Parse<CredentialKind>(kind)) with
        {
            AzContextToken = (_, _) => Task.FromResult(Adapter.Secure(Server.Token())),
            DeviceCodePrompt = text => Server.ControlAsync("POST", "devicecode", $$"""{"userCode":"{{text.Split("code ")[1].Split(' ')[0]}}"}""").GetAwaiter().GetResult(),
        };
        PeeringConnection connection = await _adapter.ConnectAsync(request);
        Assert.Equal((Server.Contoso, kind, "Custom"), (connection.TenantId, connection.Source, connection.Environment));
        Assert.Equal(kind == "DeviceCode" ? "operator@contoso.example" : Server.Operator.ClientId, connection.Account);
        IArmNetwork arm = connection.Open(_adapter);
        ResourceId hub = Server.Find("vnet-hub");
        ResourceId spoke = Server.Find("vnet-spoke-13");
        PeeringSnapshot half = await arm.PutPeeringAsync(new PeeringWrite { PeeringId = hub.Peering("wire"), RemoteVirtualNetworkId = spoke, Settings = new PeeringSettings { AllowForwardedTraffic = true } }, Cancel);
        Assert.Equal("Initiated", half.Side.PeeringState);
        Assert.Contains((await arm.GetVirtualNetworkAsync(hub, Cancel)).Peerings, p => p.Name == "wire");
        Assert.True(await arm.DeletePeeringAsync(hub.Peering("wire"), Cancel));
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused_before_anything_is_told()
    {
        string wrong = (Server.Server.Certificate.Thumbprint[0] == '0' ? "1" : "0") + Server.Server.Certificate.Thumbprint[1..];
        foreach (ConnectionRequest request in (ConnectionRequest[])[_adapter.Request(CredentialKind.ClientSecret), _adapter.Request(CredentialKind.AccessToken)])
        {
            PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => _adapter.ConnectAsync(request with { PinnedCertificate = wrong }));
            Assert.Contains(error.Error.Id, (string[])["AuthenticationFailed", "EndpointUnreachable"]);
            error = await Assert.ThrowsAsync<PeeringException>(() => _adapter.ConnectAsync(request with { PinnedCertificate = null }));
            Assert.Contains(error.Error.Id, (string[])["AuthenticationFailed", "EndpointUnreachable"]);
        }

        Assert.Empty(Server.Lab.Ledger.Requests);
        Assert.Empty(Server.Server.SignIns.All);
    }

    [Theory]
    [InlineData("https://management.azure.com", null)]
    [InlineData(null, "https://login.microsoftonline.com")]
    public async Task A_certificate_is_pinned_for_this_machine_only(string? endpoint, string? authority)
    {
        ConnectionRequest request = _adapter.Request(CredentialKind.ClientSecret);
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => _adapter.ConnectAsync(request with
        {
            Endpoint = endpoint is null ? request.Endpoint : new Uri(endpoint),
            Authority = authority is null ? request.Authority : new Uri(authority),
        }));
        Assert.Equal("InvalidInput", error.Error.Id);
        Assert.Empty(Server.Server.SignIns.All);
    }

    [Fact]
    public async Task A_secret_that_is_wrong_is_AuthenticationFailed_with_Entras_own_code()
    {
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => _adapter.ConnectAsync(_adapter.Request(CredentialKind.ClientSecret) with { ClientSecret = Adapter.Secure("lab~wrong") }));
        Assert.Equal("AuthenticationFailed", error.Error.Id);
        Assert.Contains("AADSTS7000215", error.Message);
        Assert.DoesNotContain("lab~wrong", error.ToString());
    }

    [Theory]
    [InlineData(CredentialKind.ClientSecret)]
    [InlineData(CredentialKind.FederatedToken)]
    internal async Task A_pair_across_tenants_is_written_with_the_tokens_of_both(CredentialKind kind)
    {
        Server.Begin("Broken");
        string fabrikam = Server.Lab.Tenants.First(t => t.TenantId != Server.Contoso).TenantId;
        ResourceId ours = Server.Network(Server.Lab.Subscriptions.First(s => s.TenantId == Server.Contoso).SubscriptionId, "vnet-ours", "10.240.0.0/16");
        ResourceId theirs = Server.Network(Server.Lab.Subscriptions.First(s => s.TenantId == fabrikam).SubscriptionId, "vnet-theirs", "10.241.0.0/16");
        PeeringWrite mine = new() { PeeringId = ours.Peering("to-theirs"), RemoteVirtualNetworkId = theirs, RemoteTenantId = fabrikam, Settings = new PeeringSettings() };

        IArmNetwork alone = await _adapter.OpenAsync(_adapter.Request(kind, Server.Owner));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => alone.PutPeeringAsync(mine, Cancel));
        Assert.Equal(("AccessDenied", "LinkedAuthorizationFailed"), (error.Error.Id, error.Error.AzureCode));

        IArmNetwork both = await _adapter.OpenAsync(_adapter.Request(kind, Server.Owner) with { AuxiliaryTenantIds = [fabrikam] });
        Assert.Equal("Initiated", (await both.PutPeeringAsync(mine, Cancel)).Side.PeeringState);
        Assert.Equal([fabrikam], Server.Server.SignIns.All.Select(s => s.Tenant).Distinct());

        IArmNetwork other = await _adapter.OpenAsync(_adapter.Request(kind, Server.Owner) with { TenantId = fabrikam, AuxiliaryTenantIds = [Server.Contoso] });
        PeeringSnapshot half = await other.PutPeeringAsync(
            new PeeringWrite { PeeringId = theirs.Peering("to-ours"), RemoteVirtualNetworkId = ours, RemoteTenantId = Server.Contoso, Settings = new PeeringSettings() }, Cancel);
        Assert.Equal("Connected", half.Side.PeeringState);
        Assert.Equal("Connected", (await both.GetPeeringAsync(ours.Peering("to-theirs"), Cancel)).Side.PeeringState);
    }

    [Fact]
    public async Task A_subscription_of_another_tenant_is_AccessDenied_not_a_failed_sign_in()
    {
        Server.Begin("Broken");
        LabSubscription theirs = Server.Lab.Subscriptions.First(s => s.TenantId != Server.Contoso);
        IArmNetwork arm = await _adapter.OpenAsync(_adapter.Request(CredentialKind.ClientSecret, Server.Owner));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.GetSubscriptionAsync(theirs.SubscriptionId, Cancel));
        Assert.Equal("AccessDenied", error.Error.Id);
    }

    [Fact]
    public async Task Neither_log_nor_ledger_nor_what_the_module_says_holds_a_token_or_a_secret()
    {
        IArmNetwork arm = (await _adapter.ConnectAsync(_adapter.Request(CredentialKind.ClientSecret))).Open(_adapter);
        Server.Lab.AddFault(new LabFault { Method = "GET", Status = System.Net.HttpStatusCode.ServiceUnavailable, Code = "ServerBusy" });
        await arm.GetVirtualNetworkAsync(Server.Find("vnet-hub"), Cancel);
        string careless = Server.Token();
        await Server.GetAsync($"subscriptions?api-version=2022-12-01&access_token={careless}", careless);
        string ledger = (await Server.ControlAsync("GET", "ledger")).Text;
        foreach (string text in (string[])[Server.Log, ledger, string.Join('\n', _adapter.Lines)])
        {
            Assert.NotEmpty(text);
            Assert.DoesNotContain("eyJ", text);
            Assert.DoesNotContain(Server.Operator.Secret!, text);
            Assert.DoesNotContain(Server.Server.IdentityHeader, text);
        }
    }
}
