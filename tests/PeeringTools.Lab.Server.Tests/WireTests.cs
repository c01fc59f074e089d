using System.IO.Compression;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>How answers look on the wire, with nothing between the test and the bytes that HTTP brings.</summary>
public sealed class WireTests(RunningServer server) : ServerTest(server)
{
    [Fact]
    public async Task A_long_answer_is_chunked_a_short_one_says_its_length_and_gzip_is_for_those_who_accept_it()
    {
        Server.Begin("Large");
        LabSubscription subscription = Server.Lab.Subscriptions[0];
        string list = $"subscriptions/{subscription.SubscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=2024-05-01";
        WireReply plain = await Server.GetAsync(list, Server.Token());
        Assert.Equal("chunked", plain.Headers["Transfer-Encoding"]);
        Assert.True(plain.Body.Length > 16 * 1024);
        Assert.DoesNotContain("Content-Encoding", plain.Headers.Keys);

        WireReply packed = await Server.SendAsync("GET", list, Server.Token(), ("Accept-Encoding", "gzip, deflate"));
        Assert.Equal(("gzip", "chunked", "Accept-Encoding"), (packed.Headers["Content-Encoding"], packed.Headers["Transfer-Encoding"], packed.Headers["Vary"]));
        using GZipStream unpacking = new(new MemoryStream(packed.Body), CompressionMode.Decompress);
        using MemoryStream unpacked = new();
        await unpacking.CopyToAsync(unpacked, Cancel);
        Assert.Equal(plain.Body, unpacked.ToArray());
        Assert.True(packed.Body.Length < plain.Body.Length / 4);

        Assert.DoesNotContain("Content-Encoding", (await Server.SendAsync("GET", list, Server.Token(), ("Accept-Encoding", "gzip;q=0"))).Headers.Keys);
        WireReply one = await Server.GetAsync("subscriptions?api-version=2022-12-01", Server.Token());
        Assert.Equal(one.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), one.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Every_address_in_an_answer_is_the_servers_own()
    {
        ResourceId spoke = Server.Find("vnet-spoke-01");
        Server.Server.Host.Options.PageSize = 1;
        WireReply list = await Server.GetAsync("subscriptions?api-version=2022-12-01", Server.Token());
        Assert.StartsWith(Server.Server.Endpoint.AbsoluteUri, (string)list.Json["nextLink"]!, StringComparison.Ordinal);
        WireReply delete = await Server.SendAsync("DELETE", $"{spoke.Text}/virtualNetworkPeerings/peer-vnet-hub?api-version=2024-05-01", Server.Token());
        Assert.Equal(202, delete.Status);
        Assert.Equal("0", delete.Headers["Content-Length"]);
        foreach (string name in (string[])["Location", "Azure-AsyncOperation"])
        {
            Assert.StartsWith(Server.Server.Endpoint.AbsoluteUri, delete.Headers[name], StringComparison.Ordinal);
            Assert.True((await Server.GetAsync(delete.Headers[name], Server.Token())).Status is 200 or 204);
        }

    }

    [Fact]
    public async Task Names_travel_as_they_are_encoded()
    {
        string group = Server.Find("vnet-hub").Text.Split("/providers/")[0];
        WireReply put = await Server.SendAsync("GET", group + "/providers/Microsoft.Network/virtualNetworks/a%2Fb%20c?api-version=2024-05-01", Server.Token());
        Assert.Contains("a%2Fb%20c", Server.Lab.Ledger.Requests[^1].PathAndQuery);
        Assert.Equal(404, put.Status);
        WireReply head = await Server.SendAsync("HEAD", group + "?api-version=2021-04-01", Server.Token(Server.Owner));
        Assert.Equal((204, 0), (head.Status, head.Body.Length));
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_not_answered()
    {
        WireReply reply = await Server.SendAsync("GET", "subscriptions?api-version=2022-12-01", Server.Token(), ("Host", "elsewhere.test"));
        Assert.Equal(404, reply.Status);
        Assert.Empty(Server.Lab.Ledger.Requests);
    }

    [Fact]
    public async Task A_client_that_knows_only_the_endpoint_is_told_where_to_sign_in()
    {
        JsonNode one = (await Server.GetAsync("metadata/endpoints?api-version=2022-09-01", null)).Json;
        JsonNode oldest = (await Server.GetAsync("metadata/endpoints?api-version=2015-01-01", null)).Json;
        JsonNode many = (await Server.GetAsync("metadata/endpoints?api-version=2019-05-01", null)).Json;
        Assert.Equal(Server.Server.Authority.AbsoluteUri.TrimEnd('/'), (string)one["authentication"]!["loginEndpoint"]!);
        Assert.Equal(Server.Server.Authority.AbsoluteUri.TrimEnd('/'), (string)oldest["authentication"]!["loginEndpoint"]!);
        Assert.Equal(Server.Server.Endpoint.AbsoluteUri, (string)many[0]!["resourceManager"]!);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_body_has_brought_the_first_half()
    {
        ResourceId hub = Server.Find("vnet-hub");
        int whole = (await Server.GetAsync(hub.Text + "?api-version=2024-05-01", Server.Token())).Body.Length;
        Server.Lab.AddFault(new LabFault { Effect = LabFaultEffect.BreakBody });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Server.Server.Endpoint, hub.Text + "?api-version=2024-05-01"));
        request.Headers.Authorization = new("Bearer", Server.Token());
        using HttpResponseMessage answer = await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.True(answer.IsSuccessStatusCode);
        using Stream body = await answer.Content.ReadAsStreamAsync(Cancel);
        byte[] buffer = new byte[whole];
        int read = await body.ReadAtLeastAsync(buffer, whole / 2, cancellationToken: Cancel);
        Assert.Equal(whole / 2, read);
        await Assert.ThrowsAnyAsync<IOException>(async () => await body.ReadExactlyAsync(buffer, Cancel));
    }

    [Fact]
    public async Task The_certificate_is_a_leaf_for_this_machine_that_whoever_holds_the_PEM_trusts()
    {
        using X509Certificate2 pem = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Server.Server.Certificate.PemPath, Cancel));
        Assert.Equal(Server.Server.Certificate.Thumbprint, pem.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));
        Assert.False(pem.HasPrivateKey);
        Assert.False(pem.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(256, pem.GetECDsaPublicKey()!.KeySize);
        foreach (string name in (string[])["127.0.0.1", "localhost"])
        {
            using SocketsHttpHandler handler = new();
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(pem);
            using HttpClient http = new(handler);
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"https://{name}:{Server.Server.Authority.Port}/common/discovery/v2.0/keys"), Cancel);
            Assert.True(answer.IsSuccessStatusCode);
        }

        using HttpClient trusting = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => trusting.GetAsync(Server.Server.Endpoint, Cancel));
    }

    [Fact]
    public async Task Nonsense_on_the_wire_harms_nobody()
    {
        using TcpClient socket = new();
        await socket.ConnectAsync(Server.Server.Endpoint.Host, Server.Server.Endpoint.Port, Cancel);
        await using (SslStream tls = new(socket.GetStream(), false, (_, certificate, _, _) => certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == Server.Server.Certificate.Thumbprint))
        {
            await tls.AuthenticateAsClientAsync("localhost");
            await tls.WriteAsync(Encoding.ASCII.GetBytes("GET //\\..//%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), Cancel);
            using StreamReader reader = new(tls);
            Assert.StartsWith("HTTP/1.1 4", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await Server.GetAsync("subscriptions?api-version=2022-12-01", Server.Token())).Status);
    }
}
