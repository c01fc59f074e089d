using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>
/// A sign-in the session already has through Az.Accounts, played by two functions. In processes of their own: the
/// endpoint's certificate can be trusted only from a process's start.
/// </summary>
public sealed class AzContextTests
{
    private const string FakeAz = """
        $null = [Reflection.Assembly]::LoadFrom($env:FAKE_AZ)
        function global:Context($account) {
            $context = [Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext]::new()
            $context.Account = [pscustomobject]@{ Id = $account }
            $context.Tenant = [pscustomobject]@{ Id = '11111111-2222-4333-8444-555555555555' }
            $context.Environment = [pscustomobject]@{ Name = 'AzureCloud'; ResourceManagerUrl = $env:FAKE_ARM }
            $context
        }
        function global:Get-AzContext { [CmdletBinding()] param() $global:current }
        function global:Get-AzAccessToken { [CmdletBinding()] param($TenantId, $DefaultProfile)
            $global:asked += @("$($DefaultProfile.Account.Id) $TenantId")
            [pscustomobject]@{ Token = $env:FAKE_TOKEN } }
        $global:current = Context 'ada@contoso.example'

        """;

    [Fact]
    public void It_is_used_when_nothing_was_connected_and_announced_once()
    {
        using TlsEndpoint endpoint = new();

        IReadOnlyList<string> lines = Run(endpoint, "Get-PeeringPair; Get-PeeringPair; \"asked: $asked\"; (Get-PeeringAccount).Source").Clean();

        Assert.Equal(
            [$"PeeringTools uses {Jwt.Account} in tenant {Jwt.Tenant} (from AzContext). Connect-PeeringAccount chooses another identity.",
            "asked: ada@contoso.example", "AzContext"],
            lines);
        Assert.Equal(3, endpoint.Authorizations.Count);
    }

    [Fact]
    public void A_context_that_changes_later_is_an_error_until_somebody_says_which_is_meant()
    {
        using TlsEndpoint endpoint = new();

        IReadOnlyList<string> lines = Run(endpoint, """
            Get-PeeringPair
            $global:current = Context 'eve@contoso.example'
            try { Get-PeeringPair } catch { $_.FullyQualifiedErrorId; "$_" }
            Start-PeeringLab -Estate Empty
            Get-PeeringPair
            'then the lab'
            """).Clean();

        Assert.Equal("AzContextChanged,PeeringTools.Commands.GetPeeringPairCommand", lines[1]);
        Assert.Contains("ada@contoso.example", lines[2], StringComparison.Ordinal);
        Assert.Contains("eve@contoso.example", lines[2], StringComparison.Ordinal);
        Assert.Equal("then the lab", lines[3]);
    }

    [Fact]
    public void It_may_be_handed_over_as_Connection_alone_or_in_a_list()
    {
        using TlsEndpoint endpoint = new();

        IReadOnlyList<string> lines = Run(endpoint, """
            Get-PeeringPair -DefaultProfile $current
            Get-PeeringPair -Connection $current, (Context 'eve@contoso.example')
            $asked
            """).Clean();

        Assert.Equal(["ada@contoso.example", "ada@contoso.example", "eve@contoso.example"], lines.Select(line => line.Trim()));
    }

    [Fact]
    public void A_token_that_Az_cannot_give_is_a_failed_sign_in_in_its_words()
    {
        using TlsEndpoint endpoint = new();

        IReadOnlyList<string> lines = Run(endpoint, """
            function global:Get-AzAccessToken { [CmdletBinding()] param($TenantId, $DefaultProfile) throw 'Run Connect-AzAccount.' }
            try { Get-PeeringPair } catch { $_.FullyQualifiedErrorId; "$_" }
            try { Get-PeeringPair -Connection $current } catch { "$_" }
            """).Clean();

        Assert.Equal("AuthenticationFailed,PeeringTools.Commands.GetPeeringPairCommand", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Contains("Run Connect-AzAccount.", line, StringComparison.Ordinal));
        Assert.Empty(endpoint.Authorizations);
    }

    [Fact]
    public void Looking_for_it_does_not_import_the_module_that_has_it()
    {
        using TlsEndpoint endpoint = new();
        string modules = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string folder = Directory.CreateDirectory(Path.Combine(modules, "Az.Accounts")).FullName;
            File.WriteAllText(Path.Combine(folder, "Az.Accounts.psm1"), "function Get-AzAccessToken { throw 'imported' }; function Get-AzContext { throw 'imported' }");

            // Each later call looks at the context again. The first one connects, so that nothing real is asked.
            IReadOnlyList<string> lines = Run(endpoint, $$"""
                $env:PSModulePath = '{{modules}}'
                Get-PeeringPair
                foreach ($name in 'Get-AzContext', 'Get-AzAccessToken') { $ExecutionContext.InvokeProvider.Item.Remove("Function:$name", $false) }
                Get-PeeringPair
                (Get-Module).Name
                """).Clean();

            Assert.Equal(["PeeringTools"], lines.Skip(1));
        }
        finally
        {
            Directory.Delete(modules, recursive: true);
        }
    }

    private static ShellProcess Run(TlsEndpoint endpoint, string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only OpenSSL takes a trusted certificate from a variable.");
        string pem = Path.GetTempFileName();
        File.WriteAllText(pem, endpoint.Pem);
        try
        {
            return ShellProcess.RunCommand(FakeAz + script, new Dictionary<string, string>
            {
                ["SSL_CERT_FILE"] = pem,
                ["FAKE_AZ"] = typeof(AzContextTests).Assembly.Location,
                ["FAKE_ARM"] = endpoint.Address + "/",
                ["FAKE_TOKEN"] = Jwt.Valid(),
            });
        }
        finally
        {
            File.Delete(pem);
        }
    }
}
