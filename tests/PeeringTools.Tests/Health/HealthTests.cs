using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Health;

/// <summary>Test-PeeringHealth and Get-PeeringHealthRule against the lab's estates.</summary>
public sealed class HealthTests : LabTest
{
    [Fact]
    public void The_healthy_estate_has_no_finding_and_nothing_is_left_unread()
    {
        Start("HubSpoke");

        IReadOnlyList<PSObject> reports = Pairs("Test-PeeringHealth | ForEach-Object { \"$($_.Verdict): $($_.Findings) $($_.Skipped.RuleId)\" }");

        Assert.Equal(12, reports.Count);
        Assert.All(reports, report => Assert.Equal("Healthy:  Lifecycle.RecordLost", report.ToString()));
    }

    [Theory]
    [InlineData("vnet-healthy", "")]
    [InlineData("vnet-onesided", "State.OneSided")]
    [InlineData("vnet-disconnected", "State.Disconnected")]
    [InlineData("vnet-orphan", "State.RemoteGone")]
    [InlineData("vnet-resized", "Sync.NotInSync")]
    [InlineData("vnet-closed", "Access.Asymmetric")]
    [InlineData("vnet-notransit", "")]
    [InlineData("vnet-nogateway", "Gateway.RemoteWithoutTransit")]
    [InlineData("vnet-recordconflict", "Lifecycle.RecordConflict")]
    [InlineData("vnet-recordforeign", "Lifecycle.RecordForeign")]
    [InlineData("vnet-recordunparsable", "Lifecycle.RecordUnparsable")]
    [InlineData("vnet-recordexpired", "Lifecycle.Expired")]
    public void Every_trouble_of_the_broken_estate_is_found(string network, string ruleId)
    {
        Start("Broken");

        Assert.Equal(ruleId, Found("Get-PeeringPair -Name $args[0] | Test-PeeringHealth -ExcludeRule Security.NoNsg", network));
    }

    [Theory]
    [InlineData("State.OneSided")]
    [InlineData("State.Disconnected")]
    public void The_command_for_half_a_pair_makes_it_whole(string rule)
    {
        Start("Broken");

        PSObject pair = Assert.Single(Session.Run(
            "$found = @(Test-PeeringHealth -Rule $args[0] | ForEach-Object Findings)[0]; & ([scriptblock]::Create($found.Remediation))", rule).Clean());

        Assert.Equal("Connected", pair.Text("Status"));
    }

    [Fact]
    public void Every_remediation_parses_and_names_parameters_that_exist()
    {
        Start("Broken");
        string[] commands = [.. Pairs("Test-PeeringHealth -MinimumSeverity Information | ForEach-Object { $_.Findings.Remediation }").Where(line => line is not null).Select(line => line.ToString()).Distinct()];

        Assert.True(commands.Length > 10);
        Assert.All(commands, command =>
        {
            CommandAst ast = Parser.ParseInput(command, out _, out ParseError[] errors).FindAll(node => node is CommandAst, true).Cast<CommandAst>().Single();
            Assert.Empty(errors);
            if (ast.GetCommandName() == "az") return;
            Assert.Empty(Session.Run("param($name, $used) foreach ($one in $used) { if (-not (Get-Command $name).Parameters.ContainsKey($one)) { $one } }",
                ast.GetCommandName(), ast.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).ToArray()).Clean());
        });
    }

    [Theory]
    [InlineData("HubSpoke", true)]
    [InlineData("Broken", false)]
    public void Quiet_is_one_answer(string estate, bool isHealthy)
    {
        Start(estate);

        Assert.Equal(isHealthy, Pairs("Test-PeeringHealth -Quiet").Single().BaseObject);
    }

    [Fact]
    public void Quiet_is_false_where_a_pair_that_was_given_is_gone()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run("$pair = (Get-PeeringPair)[0]; Remove-PeeringPair $pair -Force; $pair | Test-PeeringHealth -Quiet -ErrorAction SilentlyContinue -ErrorVariable trouble; $trouble.FullyQualifiedErrorId");

        Assert.Equal([false.ToString(), "PeeringNotFound,PeeringTools.Commands.TestPeeringHealthCommand"], run.Output.Select(line => line.ToString()));
    }

    [Fact]
    public void A_network_is_local_in_its_reports_and_a_scan_keeps_its_order()
    {
        Start("HubSpoke");

        Assert.Equal("vnet-spoke-03", Pairs("(Test-PeeringHealth $args[0]).Pair.Local.VirtualNetworkName", IdOf("vnet-spoke-03")).Single().ToString());
        Assert.Equal("True False", Pairs("$pair = Get-PeeringPair -Name vnet-spoke-03; $pair | Test-PeeringHealth | ForEach-Object { \"$($_.Pair.Local.Id -eq $pair.Local.Id) $($_.Pair.Oriented)\" }").Single().ToString());
    }

    [Theory]
    [InlineData("-Rule sync.*", "Sync.NotInSync")]
    [InlineData("-Rule State.*, Sync.StaleCopy", "")]
    [InlineData("-ExcludeRule Sync.*, Security.*", "")]
    public void Rules_are_chosen_by_wildcards(string arguments, string found)
    {
        Start("Broken");

        Assert.Equal(found, Found($"Get-PeeringPair -Name vnet-resized | Test-PeeringHealth {arguments}"));
    }

    [Theory]
    [InlineData("Test-PeeringHealth -Rule Sink.*")]
    [InlineData("Test-PeeringHealth -ExcludeRule nothing")]
    [InlineData("Get-PeeringHealthRule Sink.*")]
    public void A_pattern_that_fits_no_rule_is_a_mistake(string script)
    {
        Start("HubSpoke");

        Assert.StartsWith("InvalidInput", Session.Run(script).Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_the_chosen_rules_need_is_read()
    {
        Start("HubSpoke");

        Session.Run("Test-PeeringHealth -Rule State.*, Sync.*").Clean();

        Assert.DoesNotContain(Requests(), request => request.Contains("networkSecurityGroups", StringComparison.OrdinalIgnoreCase)
            || request.Contains("routeTables", StringComparison.OrdinalIgnoreCase) || request.Contains("networkInterfaces", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_record_that_an_inventory_had_and_nobody_has_now_is_lost()
    {
        Start("Migration");

        string found = Found(
            """
            $before = Get-PeeringPair -Ticket CHG0041873
            Set-PeeringPair $before -NoExpiration -Confirm:$false | Out-Null
            foreach ($id in $before.Local.VirtualNetworkId, $before.Remote.VirtualNetworkId) {
                Invoke-PeeringLabRequest -Method PATCH -Path "${id}/providers/Microsoft.Resources/tags/default?api-version=2021-04-01" -Body '{"operation":"Replace","properties":{"tags":{}}}' | Out-Null
            }
            Get-PeeringPair -VirtualNetworkId $before.Local.VirtualNetworkId -Name $before.Remote.VirtualNetworkName | Test-PeeringHealth -Rule Lifecycle.RecordLost -Baseline $before
            """);

        Assert.Equal("Lifecycle.RecordLost", found);
    }

    [Fact]
    public void The_catalogue_needs_no_connection_and_shows_what_rules_read()
    {
        PSObject rule = Session.Run("Get-PeeringHealthRule Routing.Blackhole").Clean().Single();

        Assert.Equal("RouteTables docs/rules/Routing.Blackhole.md", $"{string.Join(",", (string[])rule.Properties["Needs"].Value)} {rule.Text("HelpUri")}");
        Assert.True(Session.Run("Get-PeeringHealthRule").Clean().Count > 35);
    }

    [Fact]
    public void Rule_ids_are_completed_by_any_part() => Assert.Equal(
        ["Sync.NotInSync", "Sync.StaleCopy"],
        Session.Run("$line = 'Test-PeeringHealth -Rule sync.'; [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText").Clean().Select(text => text.ToString()));

    [Fact]
    public void A_report_that_was_away_still_shows_its_verdict_and_findings()
    {
        Start("Broken");

        string text = Session.Show(
            """
            $report = Get-PeeringPair -Name vnet-resized | Test-PeeringHealth
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($report, 2))
            """).Text;

        Assert.Contains("Broken", text, StringComparison.Ordinal);
        Assert.Contains("Sync.NotInSync", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_labs_machines_say_agrees_with_the_model()
    {
        Start("HubSpoke");

        IReadOnlyList<PSObject> reports = Pairs("Test-PeeringHealth -Rule Live.* -Live -VirtualNetworkId $args[0] | ForEach-Object { \"$($_.Verdict) $($_.Findings.Count) $($_.Skipped.Count)\" }", IdOf("vnet-spoke-01"));

        Assert.Equal(["Healthy 0 0"], reports.Select(report => report.ToString()));
        Assert.Contains(Requests(), request => request.Contains("/effectiveRouteTable", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Parking_names_the_rules_that_still_let_traffic_through()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run("Get-PeeringPair -Name vnet-spoke-01 | Set-PeeringPair -Disabled -PlanOnly");

        string warnings = run.Clean().Single().Text("Warnings");
        Assert.Contains("no security boundary", warnings, StringComparison.Ordinal);
        Assert.Contains("vnet-spoke-01 still lets through: 110 Inbound Allow", warnings, StringComparison.Ordinal);
        Assert.Contains("securityRules/AllowServicesFromSpokes)", warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("AllowOwn", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Parking_an_unguarded_pair_says_only_that_it_is_no_boundary()
    {
        Start("Broken");

        Assert.Single(Session.Run("Get-PeeringPair -Name vnet-healthy | Set-PeeringPair -Disabled -Confirm:$false").Warnings);
    }

    /// <summary>Ids of what the one report of a script found.</summary>
    private string Found(string script, params object?[] arguments) =>
        Session.Run($"& {{ {script} }} @args | ForEach-Object {{ $_.Findings.RuleId -join ', ' }}", arguments).Single().ToString();
}
