using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>The lab's own cmdlets: what each parameter rehearses.</summary>
public sealed class LabCmdletTests : LabTest
{
    [Theory]
    [InlineData("HubSpoke", 12)]
    [InlineData("hubspoke", 12)]
    [InlineData("Migration", 10)]
    [InlineData("Broken", 14)]
    [InlineData("Empty", 0)]
    public void Each_estate_starts_with_its_pairs(string estate, int pairs)
    {
        Start(estate);

        Assert.Equal(pairs, Pairs("Get-PeeringPair").Count);
        Assert.Equal(estate, Session.Run("(Get-PeeringLab).Estate").Single().ToString(), ignoreCase: true);
    }

    [Fact]
    public void Large_has_as_many_networks_as_asked_for()
    {
        Session.Run("Start-PeeringLab Large -Networks 250").Clean();

        Assert.Equal(249, Pairs("Get-PeeringPair").Count);
    }

    [Fact]
    public void PassThru_gives_the_connection_and_nothing_else_does()
    {
        Assert.Empty(Session.Run("Start-PeeringLab; Set-PeeringLab -Latency 0:0:0; Stop-PeeringLab").Clean());
        Assert.Equal("LAB", Session.Run("Start-PeeringLab -PassThru").Single().Text("Environment"));
        Assert.Equal("HubSpoke", Session.Run("Set-PeeringLab -Latency 0:0:0 -PassThru").Single().Text("Estate"));
    }

    [Fact]
    public void An_estate_may_come_from_a_file_by_a_relative_path()
    {
        using EstateFile estate = EstateFile.Mesh(["v1", "v2"], id => id);
        string name = Path.GetFileName(estate.Path);

        Session.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($args[0]); Start-PeeringLab -Path $args[1]", Path.GetTempPath(), "./" + name).Clean();

        Assert.Equal("v1 v2", Assert.Single(Pairs("Get-PeeringPair")).Names());
    }

    [Theory]
    [InlineData("no JSON", "not JSON")]
    [InlineData("{}", "without 'value' or 'data'")]
    [InlineData("[1]", "an object is expected")]
    [InlineData("""[{"id":"/subscriptions/x/y"}]""", "is not the id of a resource")]
    public void A_file_that_is_no_estate_is_refused_with_the_reason_and_the_lab_that_ran_stays(string json, string why)
    {
        Start("HubSpoke");
        using EstateFile file = new();
        File.WriteAllText(file.Path, json);

        ErrorRecord error = Session.Run("Start-PeeringLab -Path $args[0]", file.Path).SingleError();

        Assert.StartsWith("InvalidEstate,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains(why, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_accessible()
    {
        ErrorRecord error = Session.Run("Start-PeeringLab -Path /no/such/file.json").SingleError();

        Assert.StartsWith("FileNotAccessible,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_networks_is_no_wish_that_a_fixed_estate_passes_over()
    {
        ErrorRecord error = Session.Run("Start-PeeringLab Broken -Networks 50").SingleError();

        Assert.StartsWith("UnsupportedParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Session.Run("Start-PeeringLab Large -Networks 50").Clean();
        Session.Run("Start-PeeringLab large -Networks 50").Clean();
    }

    [Fact]
    public void The_clock_moves_forward_only()
    {
        Start("Empty");
        DateTime before = Now();

        Session.Run("Set-PeeringLab -AdvanceClock 30d").Clean();

        Assert.InRange(Now() - before, TimeSpan.FromDays(30), TimeSpan.FromDays(30.1));
        Assert.Contains("longer than nothing", Session.Run("Set-PeeringLab -AdvanceClock '-1.00:00:00'").SingleError().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_strikes_as_often_as_asked_and_can_be_taken_away()
    {
        Start("HubSpoke");

        Session.Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultMethod GET -FaultPath '*/virtualNetworks' -FaultCount 1").Clean();
        Assert.Single(Session.Run("Get-PeeringPair").Errors);
        Assert.Empty(Session.Run("Get-PeeringPair").Errors);

        Session.Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultCount 100; Set-PeeringLab -ClearFault").Clean();
        Assert.Empty(Session.Run("Get-PeeringPair").Errors);
    }

    [Fact]
    public void Rights_are_taken_away_at_a_network_or_everywhere_and_given_back()
    {
        Start("HubSpoke");
        string spoke = IdOf("vnet-spoke-01");

        Session.Run("Set-PeeringLab -DenyAction Microsoft.Network/virtualNetworks/read -DenyScope $args[0]", spoke).Clean();
        Assert.Equal("RemoteNotVisible", Pairs("Get-PeeringPair -Name vnet-spoke-01").Single().Text("Status"));

        Session.Run("Set-PeeringLab -AllowAll").Clean();
        Assert.Equal("Connected", Pairs("Get-PeeringPair -Name vnet-spoke-01").Single().Text("Status"));
    }

    [Fact]
    public void A_place_without_an_action_is_refused()
    {
        Start("HubSpoke");

        Assert.StartsWith("InvalidInput,", Session.Run("Set-PeeringLab -DenyScope $args[0]", IdOf("vnet-hub")).SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-PeeringLab -AdvanceClock 30d -Latency 1:00 -Tenant x -DenyAction * -WhatIf")]
    [InlineData("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultCount 100 -WhatIf")]
    [InlineData("Invoke-PeeringLabRequest -Path \"$(@((Get-PeeringPair)[0].Local.Id))?api-version=2024-05-01\" -Method DELETE -WhatIf")]
    public void WhatIf_changes_nothing(string command)
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run(command);

        Assert.Empty(run.Clean());
        Assert.Contains("What if:", run.Text, StringComparison.Ordinal);
        Assert.Equal(12, Pairs("Get-PeeringPair -Status Connected").Count);
        Assert.True((Now() - DateTime.UtcNow).Duration() < TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_raw_request_gives_status_headers_and_body()
    {
        Start("HubSpoke");

        PSObject answer = Session.Run("Invoke-PeeringLabRequest '/subscriptions?api-version=2022-12-01' get -WhatIf").Single();

        Assert.Equal(200, answer.At("Status"));
        Assert.Contains("\"subscriptionId\"", answer.Text("Body"), StringComparison.Ordinal);
        Assert.NotEmpty(Session.Run("$args[0].Headers['x-ms-request-id']", answer).Single().ToString());
    }

    [Fact]
    public void The_ledger_shows_every_request_and_never_a_token()
    {
        Start("HubSpoke");
        Session.Run("Get-PeeringPair").Clean();

        IReadOnlyList<PSObject> ledger = Session.Run("(Get-PeeringLab).Requests").Clean();

        Assert.Equal(Enumerable.Range(1, ledger.Count), ledger.Select(request => (int)request.At("Number")!));
        Assert.All(ledger, request => Assert.Equal(200, request.At("Status")));
        Assert.All(ledger.SelectMany(request => request.Properties), property => Assert.DoesNotContain("eyJ", $"{property.Value}", StringComparison.Ordinal));
    }

    private DateTime Now() => (DateTime)Session.Run("(Get-PeeringLab).Now").Single().BaseObject;
}
