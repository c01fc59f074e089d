using System.Net;
using PeeringTools.Lab.Server.Tests.Support;
using PeeringTools.Ports;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>What goes wrong on a wire, and what the module makes of it.</summary>
public sealed class FaultTests : ServerTest
{
    private readonly Adapter _adapter;
    private readonly ResourceId _hub;
    private readonly ResourceId _spoke;

    public FaultTests(RunningServer server)
        : base(server)
    {
        _adapter = new Adapter(server);
        (_hub, _spoke) = (server.Find("vnet-hub"), server.Find("vnet-spoke-13"));
    }

    private PeeringWrite Write => new() { PeeringId = _hub.Peering("wire"), RemoteVirtualNetworkId = _spoke, Settings = new PeeringSettings() };

    public static TheoryData<int, string> Waits => new() { { 429, "seconds" }, { 429, "date" }, { 503, "seconds" }, { 503, "date" } };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_read_waits_as_long_as_it_is_told(int status, string how)
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        LabFault fault = new() { Method = "GET", Status = (HttpStatusCode)status, Code = "TooManyRequests", Times = 2 };
        if (how == "seconds") fault.RetryAfterSeconds = 17;
        else fault.RetryAfterDate = _adapter.Clock.GetUtcNow().AddSeconds(600);
        Server.Lab.AddFault(fault);
        TimeSpan patience = how == "seconds" ? TimeSpan.FromSeconds(34) : TimeSpan.FromMinutes(5);
        if (how == "seconds")
        {
            Assert.NotEmpty((await arm.GetVirtualNetworkAsync(_hub, Cancel)).Peerings);
            Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17)], _adapter.Clock.Waits.TakeLast(2));
            Assert.Equal([status, status, 200], Server.Lab.Ledger.Requests.Select(r => r.Status));
            return;
        }

        // Ten minutes are more than a read's patience: it says so at once and does not wait.
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.GetVirtualNetworkAsync(_hub, Cancel));
        Assert.Equal("Throttled", error.Error.Id);
        Assert.True(error.Error.RetryAfter > patience, "the date was read");
        Assert.Equal([status], Server.Lab.Ledger.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task A_date_to_wait_for_that_is_near_is_waited_for()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Method = "GET", Status = HttpStatusCode.TooManyRequests, RetryAfterDate = _adapter.Clock.GetUtcNow().AddSeconds(100) });
        await arm.GetVirtualNetworkAsync(_hub, Cancel);
        TimeSpan waited = Assert.Single(_adapter.Clock.Waits, w => w > TimeSpan.FromSeconds(10) && w < TimeSpan.FromSeconds(101));
        Assert.InRange(waited, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(100));
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(412, "ChangedMeanwhile")]
    [InlineData(409, "ResourceBusy")]
    [InlineData(500, "RequestRefused")]
    public async Task A_refused_write_is_sent_once_and_says_why(int status, string id)
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Method = "PUT", Status = (HttpStatusCode)status, Code = status == 409 ? "AnotherOperationInProgress" : "Unnamed", RetryAfterSeconds = 3 });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.PutPeeringAsync(this.Write, Cancel));
        Assert.Equal((id, status), (error.Error.Id, error.Error.HttpStatus));
        Assert.Single(Server.Lab.Ledger.WriteRequests);
    }

    [Theory]
    [InlineData(LabFaultEffect.BreakBody)]
    [InlineData(LabFaultEffect.DropBefore)]
    [InlineData(LabFaultEffect.DropAfter)]
    public async Task A_read_that_breaks_off_is_sent_again(LabFaultEffect effect)
    {
        foreach (bool compression in (bool[])[true, false])
        {
            Server.Server.Compression = compression;
            IArmNetwork arm = await _adapter.OpenAsync();
            Server.Lab.ClearFaults();
            Server.Lab.AddFault(new LabFault { Method = "GET", Effect = effect, Times = 2 });
            Assert.NotEmpty((await arm.GetVirtualNetworkAsync(_hub, Cancel)).Peerings);
            Assert.Equal(3, Server.Lab.Ledger.Requests.Count);
        }
    }

    [Fact]
    public async Task An_endpoint_that_always_breaks_off_is_unreachable()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Effect = LabFaultEffect.BreakBody, Times = null });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.GetVirtualNetworkAsync(_hub, Cancel));
        Assert.Equal("EndpointUnreachable", error.Error.Id);
        Assert.Equal(4, Server.Lab.Ledger.Requests.Count);
    }

    [Theory]
    [InlineData(LabFaultEffect.DropBefore, false)]
    [InlineData(LabFaultEffect.DropAfter, true)]
    public async Task A_write_that_breaks_off_is_not_sent_again(LabFaultEffect effect, bool done)
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Method = "PUT", Effect = effect });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.PutPeeringAsync(this.Write, Cancel));
        Assert.Equal("EndpointUnreachable", error.Error.Id);
        Assert.Single(Server.Lab.Ledger.WriteRequests);
        Assert.Equal(done, (await arm.GetVirtualNetworkAsync(_hub, Cancel)).Peerings.Any(p => p.Name == "wire"));
    }

    [Theory]
    [InlineData(LabFaultEffect.TruncateBody)]
    [InlineData(LabFaultEffect.WrongContentType)]
    public async Task What_is_no_answer_of_Azures_is_said_to_be_none(LabFaultEffect effect)
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Effect = effect, Times = null });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.GetVirtualNetworkAsync(_hub, Cancel));
        Assert.Equal("UnexpectedAnswer", error.Error.Id);
        Assert.Single(Server.Lab.Ledger.Requests);
    }

    [Theory]
    [InlineData(LabFaultEffect.Redirect)]
    [InlineData(LabFaultEffect.NextLinkTo)]
    [InlineData(LabFaultEffect.LocationTo)]
    public async Task Nothing_is_sent_to_another_host(LabFaultEffect effect)
    {
        using OtherHost other = new();
        Server.Server.Host.Options.PageSize = 2;
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Effect = effect, Host = other.Name, Times = null });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(async () =>
        {
            if (effect == LabFaultEffect.LocationTo) await arm.PutPeeringAsync(this.Write, Cancel);
            else await foreach (IReadOnlyList<VirtualNetwork> _ in arm.ListVirtualNetworksAsync(_spoke.SubscriptionId, null, withSubnets: true, Cancel)) ;
        });
        Assert.Equal("ForeignAddress", error.Error.Id);
        Assert.Contains(other.Name, error.Message);
        Assert.Single(Server.Lab.Ledger.Requests);
        Assert.Equal(0, other.Visits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_100_MB_is_read_while_it_arrives(bool compression)
    {
        Server.Server.Compression = compression;
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Method = "GET", Effect = LabFaultEffect.InflateBody, Size = 100 * 1024 * 1024 });
        Assert.NotEmpty((await arm.GetVirtualNetworkAsync(_hub, Cancel)).Peerings);
        Assert.Equal(1, Assert.Single(Server.Lab.Faults).Struck);
    }

    [Fact]
    public async Task A_slow_operation_is_waited_for_and_a_failed_one_is_told()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Method = "PUT", Effect = LabFaultEffect.FailOperation, Code = "AnotherOne", Message = "it broke" });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.PutPeeringAsync(this.Write, Cancel));
        Assert.Equal(("OperationFailed", "AnotherOne"), (error.Error.Id, error.Error.AzureCode));

        Server.Lab.ClearFaults();
        Server.Lab.AddFault(new LabFault { Method = "PUT", Effect = LabFaultEffect.SlowOperation, Duration = TimeSpan.FromMinutes(2) });
        // Its time passes on the lab's clock, a minute with every look at it.
        using Timer minutes = new(_ => Server.Lab.AdvanceClock(TimeSpan.FromMinutes(1)), null, 50, 50);
        Assert.Equal("Succeeded", (await arm.PutPeeringAsync(this.Write, Cancel)).Side.ProvisioningState);
    }

    [Fact]
    public async Task An_answer_that_comes_late_is_waited_for()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Effect = LabFaultEffect.Delay, Duration = TimeSpan.FromMilliseconds(300) });
        Assert.NotEmpty((await arm.GetVirtualNetworkAsync(_hub, Cancel)).Peerings);
        Assert.Single(Server.Lab.Ledger.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task A_token_refused_in_the_midst_of_a_run_is_replaced_once(string method)
    {
        int asked = 0;
        IArmNetwork arm = await _adapter.OpenAsync(_adapter.Request(CredentialKind.AzContext) with
        {
            AzContextToken = (_, _) =>
            {
                asked++;
                return Task.FromResult(Adapter.Secure(Server.Token()));
            },
        });
        Server.Lab.AddFault(new LabFault { Method = method, Status = HttpStatusCode.Unauthorized, Code = "ExpiredAuthenticationToken" });
        if (method == "GET") await arm.GetVirtualNetworkAsync(_hub, Cancel);
        else await arm.PutPeeringAsync(this.Write, Cancel);
        Assert.Equal(2, asked);
        Assert.Equal([401, method == "GET" ? 200 : 201], Server.Lab.Ledger.Requests.Where(r => r.Method == method && !r.PathAndQuery.Contains("/operations/", StringComparison.Ordinal)).Select(r => r.Status).Take(2));

        Server.Lab.AddFault(new LabFault { Status = HttpStatusCode.Unauthorized, Code = "ExpiredAuthenticationToken", Times = null });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.GetVirtualNetworkAsync(_hub, Cancel));
        Assert.Equal(("TokenExpired", 3), (error.Error.Id, asked));
    }

    [Fact]
    public async Task A_refused_token_of_a_client_secret_is_replaced_by_a_new_sign_in()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        Server.Lab.AddFault(new LabFault { Status = HttpStatusCode.Unauthorized, Code = "ExpiredAuthenticationToken" });
        await arm.GetVirtualNetworkAsync(_hub, Cancel);
        Assert.Equal([401, 200], Server.Lab.Ledger.Requests.Select(r => r.Status));
        Assert.Single(Server.Server.SignIns.All);
    }

    [Fact]
    public async Task A_challenge_for_claims_brings_a_new_sign_in()
    {
        IArmNetwork arm = await _adapter.OpenAsync();
        string claims = Convert.ToBase64String("""{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}"""u8);
        Server.Lab.AddFault(new LabFault
        {
            Status = HttpStatusCode.Unauthorized,
            Code = "InvalidAuthenticationToken",
            Challenge = $"Bearer authorization_uri=\"{Server.Server.Authority}common\", error=\"insufficient_claims\", claims=\"{claims}\"",
        });
        await arm.GetVirtualNetworkAsync(_hub, Cancel);
        Assert.Equal([401, 200], Server.Lab.Ledger.Requests.Select(r => r.Status));
        Assert.Single(Server.Server.SignIns.All);
    }
}
