using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Policy;

/// <summary>Test-PeeringPolicy, and the same file as a gate, on the lab.</summary>
public sealed class PolicyCmdletTests : InventoryTest
{
    private const string NoTransit = """
        { "version": 1, "roles": { "hub": { "name": "vnet-hub" }, "spoke": { "name": "vnet-spoke-*" }, "prod": { "environment": "prod" } },
          "rules": [ { "id": "no-transit", "between": ["hub", "spoke"], "flags": { "hub": { "allowGatewayTransit": false } } } ] }
        """;

    [Fact]
    public void Every_pair_gets_a_report_and_FailOn_ends_with_an_error()
    {
        this.Write("policy.json", NoTransit);
        Run("Start-PeeringLab -Estate HubSpoke");

        IReadOnlyList<PSObject> reports = Run("Test-PeeringPolicy policy.json");

        Assert.Equal(12, reports.Count);
        Assert.All(reports, report => Assert.Equal("Violated", Value(report, "Verdict")!.ToString()));
        Assert.Equal(false, Run("Test-PeeringPolicy policy.json -Quiet")[0].BaseObject);
        ScriptRun failing = Session.Run("Test-PeeringPolicy policy.json -FailOn Error, Unknown");
        Assert.StartsWith("PolicyViolated,", (failing.Terminating ?? failing.SingleError()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(12, failing.Output.Count);
        Assert.Empty(Session.Run("Test-PeeringPolicy policy.json -FailOn Warning").Errors);
    }

    [Fact]
    public void An_inventory_is_judged_without_a_connection_and_tags_are_not_guessed()
    {
        this.Write("policy.json", NoTransit);
        this.Write("tags.json", """{ "version": 1, "roles": { "prod": { "environment": "prod" } }, "rules": [ { "id": "no-prod", "between": ["prod", "*"], "forbid": true } ] }""");
        Run("Start-PeeringLab -Estate HubSpoke; Export-PeeringInventory pairs.csv; Stop-PeeringLab");

        Assert.Equal(12, Run("(Import-PeeringInventory pairs.csv | Test-PeeringPolicy policy.json).Violations").Count);
        Assert.All(Run("Import-PeeringInventory pairs.csv | Test-PeeringPolicy tags.json"), report => Assert.Equal("Unknown", Value(report, "Verdict")!.ToString()));
        Assert.Equal(false, Run("Import-PeeringInventory pairs.csv | Test-PeeringPolicy tags.json -Quiet")[0].BaseObject);
        Assert.Equal("NotConnected", this.Refused("Test-PeeringPolicy policy.json"));
        Assert.Empty(Run("@() | Test-PeeringPolicy policy.json"));
    }

    [Fact]
    public void Tags_of_live_networks_are_known_and_one_networks_pairs_can_be_asked_for()
    {
        this.Write("tags.json", """{ "version": 1, "roles": { "prod": { "environment": "prod" } }, "rules": [ { "id": "no-prod", "between": ["prod", "*"], "forbid": true } ] }""");
        Run("Start-PeeringLab -Estate HubSpoke; $global:spoke = (Get-PeeringPair)[0].Local.VirtualNetworkId");

        Assert.Equal(4, Run("Test-PeeringPolicy tags.json | Where-Object Verdict -eq Violated").Count);
        Assert.Single(Run("Test-PeeringPolicy tags.json -VirtualNetworkId $spoke"));
        Assert.Single(Run("Get-PeeringPair $spoke | Test-PeeringPolicy tags.json"));
        Assert.Single(Run("$spoke | Test-PeeringPolicy tags.json"));
    }

    [Fact]
    public void A_pair_that_is_gone_is_an_error_and_no_pass()
    {
        this.Write("nothing.json", """{ "version": 1, "rules": [] }""");
        Run("Start-PeeringLab -Estate HubSpoke; $global:pair = (Get-PeeringPair)[0]");
        Assert.Equal(true, Run("$pair | Test-PeeringPolicy nothing.json -Quiet")[0].BaseObject);
        Run("$pair | Remove-PeeringPair -Force");

        ScriptRun run = Session.Run("$pair | Test-PeeringPolicy nothing.json -Quiet");

        Assert.StartsWith("PeeringNotFound,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(false, Assert.Single(run.Output).BaseObject);
    }

    [Fact]
    public void A_network_that_cannot_be_read_is_no_pass()
    {
        this.Write("nothing.json", """{ "version": 1, "rules": [] }""");
        Run("Start-PeeringLab -Estate HubSpoke; $global:spoke = (Get-PeeringPair)[0].Local.VirtualNetworkId");
        Assert.Equal(true, Run("Test-PeeringPolicy nothing.json -VirtualNetworkId $spoke -Quiet")[0].BaseObject);

        ScriptRun run = Session.Run("Test-PeeringPolicy nothing.json -VirtualNetworkId ($spoke -replace 'spoke-01', 'nowhere') -Quiet");

        Assert.NotEmpty(run.Errors);
        Assert.Equal(false, Assert.Single(run.Output).BaseObject);
    }

    [Theory]
    [InlineData("$ErrorActionPreference = 'SilentlyContinue'", "")]
    [InlineData("$ErrorActionPreference = 'Continue'", "-ErrorAction Ignore")]
    [InlineData("$ErrorActionPreference = 'Stop'", "-ErrorAction SilentlyContinue")]
    public void FailOn_fails_where_a_subscription_was_not_read_whatever_becomes_of_errors(string preference, string action)
    {
        this.Write("nothing.json", """{ "version": 1, "rules": [] }""");
        Run("Start-PeeringLab -Estate HubSpoke; $global:hub = (Get-PeeringPair)[0].Remote.VirtualNetworkId.Split('/')[2]");
        string script = $"{preference}; try {{ Test-PeeringPolicy nothing.json -FailOn Error {action} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0] }}";
        Assert.Equal(12, Session.Run(script).Output.Count);
        Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultPath \"/subscriptions/$hub/providers/*\" -FaultCount 100");

        ScriptRun run = Session.Run(script);

        Assert.Equal("PolicyNotProven", run.Output[^1].ToString());
        Assert.All(run.Output.SkipLast(1), report => Assert.Equal("Compliant", Value(report, "Verdict")!.ToString()));
    }

    [Fact]
    public void What_a_list_may_leave_out_is_not_proven()
    {
        this.Write("nothing.json", """{ "version": 1, "rules": [] }""");
        Run("Start-PeeringLab -Estate HubSpoke; Set-PeeringLab -DenyAction 'Microsoft.Network/virtualNetworks/read'");

        Assert.Equal(false, Run("Test-PeeringPolicy nothing.json -Quiet")[0].BaseObject);
        ScriptRun run = Session.Run("Test-PeeringPolicy nothing.json -FailOn Error");
        Assert.StartsWith("PolicyNotProven,", (run.Terminating ?? run.SingleError()).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_or_a_pair_that_is_not_there_is_not_proven()
    {
        this.Write("nothing.json", """{ "version": 1, "rules": [] }""");
        Run("Start-PeeringLab -Estate HubSpoke; $global:pair = (Get-PeeringPair)[0]; $global:spoke = $pair.Local.VirtualNetworkId");
        Assert.Single(Run("Test-PeeringPolicy nothing.json -VirtualNetworkId $spoke -FailOn Error"));

        Assert.Contains("PolicyNotProven", Ids(Session.Run("Test-PeeringPolicy nothing.json -VirtualNetworkId ($spoke -replace 'spoke-01', 'nowhere') -FailOn Error")));
        Run("$pair | Remove-PeeringPair -Force");
        Assert.Contains("PolicyNotProven", Ids(Session.Run("$pair | Test-PeeringPolicy nothing.json -FailOn Error")));
    }

    [Fact]
    public void The_same_file_stops_a_change_before_its_first_write()
    {
        this.Write("policy.json", NoTransit);
        Run("Start-PeeringLab -Estate HubSpoke; $p = (Get-PeeringPair)[0]; $global:hub = $p.Remote.VirtualNetworkId; $global:spoke = $p.Local.VirtualNetworkId -replace 'spoke-01', 'spoke-13'");

        Assert.Equal("PolicyViolation", this.Refused("New-PeeringPair $spoke $hub -GatewayTransit Remote -PolicyPath policy.json -SkipPreflight -Confirm:$false"));
        Assert.Empty(Run("Get-PeeringPair $spoke"));
        Assert.Contains("no-transit", Run("(New-PeeringPair $spoke $hub -GatewayTransit Remote -PolicyPath policy.json -PlanOnly).Problems")[0].ToString(), StringComparison.Ordinal);
        Run("New-PeeringPair $spoke $hub -PolicyPath policy.json -Confirm:$false");
        Assert.Single(Run("Get-PeeringPair $spoke"));
    }

    [Fact]
    public void A_file_with_mistakes_is_refused_with_its_lines_before_anything_is_read()
    {
        this.Write("broken.json", "{\n \"version\": 1,\n \"rules\": [ { \"id\": \"a\", \"betwen\": [] } ]\n}");
        ErrorRecord error = Session.Run("Test-PeeringPolicy broken.json") is var run ? run.Terminating ?? run.SingleError() : null!;
        Assert.StartsWith("PolicyInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("line 3, $.rules[0].betwen", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("FileNotAccessible", this.Refused("Test-PeeringPolicy nowhere.json"));
    }

    [Fact]
    public void Every_sample_policy_is_one()
    {
        Run("Start-PeeringLab -Estate Migration");
        foreach (string path in Directory.GetFiles(Path.Combine(Repository.Root, "samples", "policies"), "*.json"))
            Assert.NotEmpty(Run("Test-PeeringPolicy $args[0]", path));
    }

    private static IEnumerable<string> Ids(ScriptRun run) => run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
