using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Which connection a command uses, and that there is none where there should be none.</summary>
public sealed class AccountTests : LabTest
{
    [Theory]
    [InlineData("Disconnect-PeeringAccount")]
    [InlineData("Stop-PeeringLab")]
    public void After_the_end_nothing_is_implicit_any_more(string end)
    {
        Start("HubSpoke");
        // A context of Az must not be taken either: falling through to a real identity is what must never happen.
        Session.Run("function global:Get-AzContext { throw 'asked' }; function global:Get-AzAccessToken { throw 'asked' }").Clean();
        Session.Run(end).Clean();

        AssertNotConnected(Session.Run("Get-PeeringPair").SingleError());
        AssertNotConnected(Session.Run("Get-PeeringAccount").SingleError());
        using EngineSession other = EngineSession.WithModule();
        AssertNotConnected(other.Run("Get-PeeringPair").SingleError());
    }

    [Theory]
    [InlineData("Get-PeeringAccount", "NotConnected")]
    [InlineData("Disconnect-PeeringAccount", "NotConnected")]
    [InlineData("Get-PeeringLab", "NoLab")]
    [InlineData("Set-PeeringLab -Latency 1:00", "NoLab")]
    [InlineData("Stop-PeeringLab", "NoLab")]
    [InlineData("Invoke-PeeringLabRequest /subscriptions", "NoLab")]
    public void Without_a_connection_each_says_so(string command, string id)
    {
        Start("Empty");
        Session.Run("Stop-PeeringLab").Clean();

        ErrorRecord error = Session.Run(command).SingleError();

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Start-PeeringLab", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_leaves_the_connection_where_it_is()
    {
        Start("Empty");

        Session.Run("Disconnect-PeeringAccount -WhatIf; Stop-PeeringLab -WhatIf").Clean();

        Assert.Equal("LAB", Session.Run("Get-PeeringAccount").Single().Text("Environment"));
        Assert.Single(Session.Run("Get-PeeringLab").Clean());
    }

    [Fact]
    public void A_connection_that_is_given_wins_and_outlives_Disconnect_but_not_its_lab()
    {
        Start("HubSpoke");
        Session.Run("$global:first = Get-PeeringAccount; Start-PeeringLab -Estate Empty").Clean();

        Assert.Empty(Pairs("Get-PeeringPair"));
        Assert.Equal(12, Pairs("Get-PeeringPair -Connection $first").Count);
        Assert.Equal(12, Pairs("Get-PeeringPair -DefaultProfile $first").Count);
        Session.Run("Disconnect-PeeringAccount").Clean();
        Assert.Equal(12, Pairs("Get-PeeringPair -Connection $first").Count);

        Session.Run("$global:second = Start-PeeringLab -PassThru; Stop-PeeringLab").Clean();
        AssertNotConnected(Session.Run("Get-PeeringPair -Connection $second").SingleError());
    }

    [Fact]
    public void Two_runspaces_have_a_connection_each()
    {
        using EngineSession other = EngineSession.WithModule();
        Start("HubSpoke");
        other.Run("Start-PeeringLab -Estate Broken").Clean();

        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
        Assert.NotEqual(12, other.Run("Get-PeeringPair").Clean().Count);
        other.Run("Stop-PeeringLab").Clean();
        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
        AssertNotConnected(other.Run("Get-PeeringPair").SingleError());
    }

    [Fact]
    public void A_new_runspace_falls_back_to_the_connection_of_the_process()
    {
        Start("HubSpoke");
        using EngineSession other = EngineSession.WithModule();

        Assert.Equal(12, other.Run("Get-PeeringPair").Clean().Count);
    }

    [Fact]
    public void An_hour_and_more_on_the_clock_of_the_lab_only_means_a_new_token()
    {
        Start("HubSpoke");
        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
        Session.Run("Set-PeeringLab -AdvanceClock 5h").Clean();

        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
    }

    [Fact]
    public void A_caller_who_left_the_tenant_cannot_sign_in()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -Tenant 00000000-0000-4000-8000-000000000001").Clean();

        ErrorRecord error = Session.Run("Get-PeeringPair").SingleError();

        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
    }

    [Fact]
    public void No_property_no_view_no_verbose_line_and_no_error_shows_a_token()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -FaultStatus 401 -FaultCode InvalidAuthenticationToken -FaultCount 2").Clean();

        ScriptRun run = Session.Show(
            """
            $account = Get-PeeringAccount -Verbose
            $account
            foreach ($property in $account.PSObject.Properties) { "$($property.Name): $($property.Value)" }
            [Management.Automation.PSSerializer]::Serialize($account, 5)
            try { Get-PeeringPair -Verbose } catch { "$_ $($_.Exception) $($_.FullyQualifiedErrorId)" }
            """);

        string all = run.Text + string.Join('\n', run.Verbose) + string.Join('\n', run.Errors) + run.Terminating;
        Assert.Contains("operator@contoso.example", all, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Session.Run("(Get-PeeringAccount).PSObject.Properties.Name").Clean(), name => name.ToString() is "Access" or "Tokens" or "IsClosed");
    }

    private static void AssertNotConnected(ErrorRecord? error)
    {
        Assert.StartsWith("NotConnected,", error?.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ConnectionError, error!.CategoryInfo.Category);
    }
}
