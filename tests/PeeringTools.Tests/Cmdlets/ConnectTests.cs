using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Connect-PeeringAccount, as far as it goes without Azure.</summary>
public sealed class ConnectTests : LabTest
{
    [Fact]
    public void A_token_that_works_is_connected_with_and_says_who_it_is()
    {
        using TlsEndpoint endpoint = new();
        string token = Jwt.Valid();

        ScriptRun run = Session.Run(
            "Connect-PeeringAccount -AccessToken $args[0] -Endpoint $args[1] -PinnedCertificate $args[2] -PassThru -Verbose", Jwt.Secure(token), endpoint.Address, endpoint.Thumbprint);

        PSObject connection = run.Single();
        Assert.Equal($"{Jwt.Account} {Jwt.Tenant} AccessToken Custom", $"{connection.Text("Account")} {connection.Text("TenantId")} {connection.Text("Source")} {connection.Text("Environment")}");
        Assert.Equal(["Bearer " + token], endpoint.Authorizations);
        Assert.Same(connection.BaseObject, Session.Run("Get-PeeringAccount").Single().BaseObject);
        AssertHidden(token, run, "Get-PeeringAccount", "[Management.Automation.PSSerializer]::Serialize((Get-PeeringAccount), 5)");
    }

    [Fact]
    public void A_certificate_that_is_not_the_pinned_one_gets_no_token()
    {
        using TlsEndpoint endpoint = new();

        ErrorRecord error = Session.Run(
            "Connect-PeeringAccount -AccessToken $args[0] -Endpoint $args[1] -PinnedCertificate $args[2]", Jwt.Secure(Jwt.Valid()), endpoint.Address, new string('a', 64)).SingleError();

        Assert.StartsWith("EndpointUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(endpoint.Authorizations);
    }

    [Fact]
    public void An_expired_token_is_refused_before_any_request()
    {
        using TlsEndpoint endpoint = new();
        string token = Jwt.Expiring(DateTimeOffset.UtcNow.AddMinutes(-1));

        ScriptRun run = Session.Run(
            "Connect-PeeringAccount -AccessToken $args[0] -Endpoint $args[1] -PinnedCertificate $args[2] -Verbose", Jwt.Secure(token), endpoint.Address, endpoint.Thumbprint);

        Assert.StartsWith("TokenExpired,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, run.SingleError().CategoryInfo.Category);
        Assert.Contains("Connect again", run.SingleError().ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(endpoint.Authorizations);
        AssertHidden(token, run);
    }

    [Fact]
    public void An_endpoint_that_does_not_answer_is_named_and_the_connection_before_stays()
    {
        Start("HubSpoke");
        string token = Jwt.Valid();

        ScriptRun run = Session.Run("Connect-PeeringAccount -AccessToken $args[0] -Endpoint https://127.0.0.1:1 -Verbose", Jwt.Secure(token));

        Assert.StartsWith("EndpointUnreachable,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("https://127.0.0.1:1/", run.SingleError().TargetObject);
        Assert.Equal(ErrorCategory.ConnectionError, run.SingleError().CategoryInfo.Category);
        Assert.InRange(run.Verbose.Count(line => line.Contains("tried again", StringComparison.Ordinal)), 1, 5);
        Assert.Equal("LAB", Session.Run("Get-PeeringAccount").Single().Text("Environment"));
        AssertHidden(token, run);
    }

    [Theory]
    [InlineData("-Endpoint http://127.0.0.1:1", "InvalidInput", "https")]
    [InlineData("-Endpoint management.example", "InvalidInput", "https")]
    [InlineData("-Endpoint https://user:secret@127.0.0.1:1", "InvalidInput", "without user")]
    [InlineData("-Endpoint https://arm.example -PinnedCertificate ('ab' * 32)", "InvalidInput", "arm.example")]
    [InlineData("-PinnedCertificate ('ab' * 32)", "InvalidInput", "management.azure.com")]
    [InlineData("-Endpoint https://127.0.0.1:1 -PinnedCertificate abc", "InvalidInput", "SHA-256")]
    [InlineData("-ApiVersion 2020-11-01", "ApiVersionTooOld", "2021-02-01")]
    public void What_would_not_be_safe_is_refused_before_any_request(string parameters, string id, string why)
    {
        ErrorRecord error = Session.Run("Connect-PeeringAccount -AccessToken $args[0] " + parameters, Jwt.Secure(Jwt.Valid())).SingleError();

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-AuxiliaryTenantId a, b, c, d")]
    [InlineData("-Environment Elsewhere")]
    [InlineData("-ApiVersion latest")]
    public void What_cannot_be_meant_is_refused_at_binding(string parameters) =>
        Assert.StartsWith("ParameterArgumentValidationError", Session.Run("Connect-PeeringAccount -AccessToken $args[0] " + parameters, Jwt.Secure(Jwt.Valid())).SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_certificate_file_that_is_not_there_is_named()
    {
        ErrorRecord error = Session.Run("Connect-PeeringAccount -TenantId t -ClientId c -CertificatePath /no/such.pfx").SingleError();

        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("/no/such.pfx", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default", "")]
    [InlineData("Default", "-TenantId t -SubscriptionId s -Environment AzureChinaCloud")]
    [InlineData("ManagedIdentity", "-Identity")]
    [InlineData("ManagedIdentity", "-Identity -ClientId c")]
    [InlineData("CertificatePath", "-TenantId t -ClientId c -CertificatePath p -CertificatePassword s")]
    [InlineData("CertificateThumbprint", "-TenantId t -ApplicationId c -CertificateThumbprint p")]
    [InlineData("ClientSecret", "-TenantId t -ClientId c -ClientSecret s")]
    [InlineData("FederatedToken", "-TenantId t -ClientId c -FederatedTokenFile f")]
    [InlineData("DeviceCode", "-UseDeviceCode")]
    [InlineData("DeviceCode", "-UseDeviceCode -TenantId t -ClientId c")]
    [InlineData("Interactive", "-Interactive -TenantId t")]
    [InlineData("AccessToken", "-AccessToken t -Endpoint e -Authority a -Audience u -PinnedCertificate p -AuxiliaryTenantId x -ApiVersion v -PassThru")]
    public void Each_way_to_sign_in_has_a_parameter_set_of_its_own(string name, string parameters)
    {
        string[] given = [.. parameters.Split(' ').Where(word => word.StartsWith('-')).Select(word => word[1..])];
        CmdletInfo command = (CmdletInfo)Session.Run("Get-Command Connect-PeeringAccount").Single().BaseObject;

        IEnumerable<string> fitting = command.ParameterSets
            .Where(set => given.All(parameter => set.Parameters.Any(known => known.Name == parameter || known.Aliases.Contains(parameter))))
            .Where(set => set.Parameters.Where(parameter => parameter.IsMandatory).All(parameter => given.Contains(parameter.Name) || parameter.Aliases.Any(given.Contains)))
            .Select(set => set.Name);

        // Where several fit, as for no parameter at all, PowerShell takes the default one.
        Assert.Contains(name, fitting);
        Assert.True(fitting.Count() == 1 || command.DefaultParameterSet == name, string.Join(", ", fitting));
    }

    private void AssertHidden(string token, ScriptRun run, params string[] scripts)
    {
        string all = string.Join('\n', run.Verbose) + string.Join('\n', run.Errors) + run.Terminating + run.Terminating?.Exception
            + string.Concat(scripts.Select(script => Session.Show(script).Text));
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split('.')[1], all, StringComparison.Ordinal);
    }
}
