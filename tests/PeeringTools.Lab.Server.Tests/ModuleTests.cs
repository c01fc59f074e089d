using System.Net;
using PeeringTools.Lab.Server.Identity;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>The staged module in a process of its own, in the Shell. Managed identity needs that: MSAL finds out where it runs once per process.</summary>
public sealed class ModuleTests(RunningServer server) : ServerTest(server)
{
    private const string Begin = """
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        $at = @{ Endpoint = $env:LAB_ENDPOINT; Authority = $env:LAB_AUTHORITY; PinnedCertificate = $env:LAB_THUMBPRINT }
        function Secret([string]$text) { $s = [System.Security.SecureString]::new(); foreach ($c in $text.ToCharArray()) { $s.AppendChar($c) }; $s }

        """;

    [Fact]
    public async Task A_managed_identity_connects_and_makes_a_pair()
    {
        (ResourceId hub, ResourceId spoke) = (Server.Find("vnet-hub"), Server.Find("vnet-spoke-13"));
        string output = await this.RunAsync($$"""
            $c = Connect-PeeringAccount -Identity @at -PassThru
            "$($c.Account) $($c.Source)"
            $p = New-PeeringPair -VirtualNetwork '{{spoke.Text}}' -RemoteVirtualNetwork '{{hub.Text}}' -Confirm:$false
            "$($p.Status)"
            """);
        Assert.Contains($"{Server.Operator.ClientId} ManagedIdentity", output);
        Assert.Contains("Connected", output);
        Assert.Equal(["managed_identity"], Server.Server.SignIns.All.Select(s => s.Grant).Distinct());
        Assert.Empty(Server.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public async Task A_named_managed_identity_has_its_own_rights()
    {
        Application reader = Server.Server.Host.Applications.Named(Applications.Reader);
        string output = await this.RunAsync($$"""
            Connect-PeeringAccount -Identity -ClientId '{{reader.ClientId}}' @at
            "pairs $(@(Get-PeeringPair).Count)"
            try { Remove-PeeringPair -VirtualNetwork '{{Server.Find("vnet-spoke-01").Text}}' -Confirm:$false } catch { "error $($_.FullyQualifiedErrorId)" }
            """);
        Assert.Contains("pairs 12", output);
        Assert.Contains("error ", output);
        Assert.Equal(0, Server.Lab.Ledger.Writes);
    }

    [Fact]
    public async Task No_stream_and_no_variable_of_a_session_shows_a_token_or_a_secret()
    {
        string output = await this.RunAsync($$"""
            $c = Connect-PeeringAccount -TenantId '{{Server.Contoso}}' -ClientId '{{Server.Operator.ClientId}}' -ClientSecret (Secret $env:LAB_SECRET) @at -PassThru -Verbose 4>&1
            $c | ForEach-Object { $_; $_.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" } }
            Get-PeeringPair -Verbose -Debug *>&1 | ForEach-Object { "$_" }
            try { Connect-PeeringAccount -TenantId '{{Server.Contoso}}' -ClientId '{{Server.Operator.ClientId}}' -ClientSecret (Secret 'lab~wrong-one') @at } catch { $_; $_.Exception.ToString() }
            $Error | ForEach-Object { $_; $_.Exception.ToString() }
            """);
        Assert.Contains("AuthenticationFailed", output);
        Assert.DoesNotContain("eyJ", output);
        Assert.DoesNotContain(Server.Operator.Secret!, output);
        Assert.DoesNotContain("lab~wrong-one", output);
    }

    [Fact]
    public async Task No_token_is_in_any_stream_any_error_any_file_or_the_servers_log_whatever_goes_wrong()
    {
        (ResourceId hub, ResourceId spoke) = (Server.Find("vnet-hub"), Server.Find("vnet-spoke-13"));
        string peering = spoke.Text + "/virtualNetworkPeerings/*";
        Server.Lab.AddFault(new LabFault { Method = "GET", Path = "*/virtualNetworks", Status = HttpStatusCode.Unauthorized, Code = "ExpiredAuthenticationToken" });
        Server.Lab.AddFault(new LabFault { Method = "GET", Path = "*/virtualNetworks", Skip = 1, Effect = LabFaultEffect.BreakBody });
        Server.Lab.AddFault(new LabFault { Method = "GET", Path = "*/virtualNetworks", Skip = 2, Effect = LabFaultEffect.Redirect, Host = "elsewhere.example" });
        Server.Lab.AddFault(new LabFault { Method = "PUT", Path = peering, Status = HttpStatusCode.Forbidden, Code = "AuthorizationFailed" });
        Server.Lab.AddFault(new LabFault { Method = "PUT", Path = peering, Skip = 1, Effect = LabFaultEffect.FailOperation });
        Server.Lab.AddFault(new LabFault { Method = "PUT", Path = peering, Skip = 2, Effect = LabFaultEffect.DropAfter });
        DirectoryInfo files = Directory.CreateTempSubdirectory("peeringtools-tokens-");
        try
        {
            string output = await this.RunAsync($$"""
                $ErrorActionPreference = 'Continue'
                $all = @{ Verbose = $true; Debug = $true; InformationAction = 'Continue' }
                $pair = @{ VirtualNetworkId = '{{spoke.Text}}'; RemoteVirtualNetworkId = '{{hub.Text}}'; Force = $true }
                function Show([scriptblock]$what) { & $what *>&1 | ForEach-Object { "$_"; [System.Management.Automation.PSSerializer]::Serialize($_, 6) } }
                Show { Connect-PeeringAccount -TenantId '{{Server.Contoso}}' -ClientId '{{Server.Operator.ClientId}}' -ClientSecret (Secret $env:LAB_SECRET) @at -PassThru @all }
                Show { Get-PeeringPair @all }
                1..4 | ForEach-Object { Show { New-PeeringPair @pair -Lifetime 7d -Ticket T-1 @all } }
                Show { Set-PeeringPair @pair -AllowForwardedTraffic Both @all }
                Show { Sync-PeeringPair @pair @all }
                foreach ($format in 'csv', 'json', 'html') { Show { Export-PeeringInventory '{{files.FullName}}/inventory.$format'.Replace('$format', $format) -PassThru @all } }
                Show { Get-PeeringPair -Source ResourceGraph @all }
                Show { Remove-PeeringPair @pair -PassThru @all }
                $Error | ForEach-Object { $_.Exception.ToString(); [System.Management.Automation.PSSerializer]::Serialize($_, 6) }
                """);
            Assert.All((string[])["AccessDenied", "OperationFailed", "SubscriptionNotRead"], id => Assert.Contains(id, output, StringComparison.Ordinal));
            Assert.Equal(6, files.GetFiles().Length);
            string[] everything = [output, Server.Log, .. files.GetFiles().Select(file => File.ReadAllText(file.FullName))];
            Assert.All(everything, text =>
            {
                Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Bearer ", text, StringComparison.Ordinal);
                Assert.DoesNotContain(Server.Operator.Secret!, text, StringComparison.Ordinal);
            });
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private async Task<string> RunAsync(string script)
    {
        string path = Path.Combine(Path.GetTempPath(), $"peeringtools-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(path, $"Import-Module '{Path.Combine(ChildProcess.Root, "PeeringTools.psd1")}'\n{Begin}{script}", Cancel);
        try
        {
            (int code, string output, string error) = await ChildProcess.RunAsync("dotnet", [ChildProcess.Shell, path],
            [
                ("IDENTITY_ENDPOINT", Server.Server.ManagedIdentityEndpoint.AbsoluteUri),
                ("IDENTITY_HEADER", Server.Server.IdentityHeader),
                ("LAB_ENDPOINT", Server.Server.Endpoint.AbsoluteUri),
                ("LAB_AUTHORITY", Server.Server.Authority.AbsoluteUri),
                ("LAB_THUMBPRINT", Server.Server.Certificate.Thumbprint),
                ("LAB_SECRET", Server.Operator.Secret!),
            ]);
            Assert.True(code == 0, output + error);
            return output + error;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
