using System.Management.Automation.Language;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Shell;

/// <summary>The samples do what they say.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void The_migration_goes_from_approval_to_proof_of_removal()
    {
        IReadOnlyList<string> lines = ShellProcess.Run(Path.Combine(Folder, "migration.ps1")).Clean();

        Assert.Contains("week 5: 2 of 2 as approved", lines);
        Assert.Equal(2, lines.Count(line => line.StartsWith("Gone ", StringComparison.Ordinal) && line.EndsWith("as approved: True", StringComparison.Ordinal)));
        Assert.Contains("0 pairs removed, 0 expired pairs left.", lines);
        Assert.Contains("2 of 2 archives reach their database over a bridge", lines);
        Assert.Equal(2, lines.Count(line => line.Contains(" Blocked: Packets to 10.0.0.0/8 are dropped", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bridge_that_carries_nothing_fails_the_migration()
    {
        const string Closed = """{"location":"westeurope","properties":{"securityRules":[{"name":"no","properties":{"priority":100,"direction":"Outbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]}}""";

        string output = Broken("Migration", "networkSecurityGroups/nsg-vnet-legacy-03", Closed, "migration.ps1");

        Assert.Contains("A bridge carries nothing", output, StringComparison.Ordinal);
        Assert.Contains("Rule 'no' (100) of 'nsg-vnet-legacy-03' denies it.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_spokes_are_onboarded_and_each_reaches_the_shared_services_and_no_other_spoke()
    {
        IReadOnlyList<string> lines = ShellProcess.Run(Path.Combine(Folder, "onboard.ps1")).Clean();

        Assert.Contains("12 rows, 0 pairs", lines);
        Assert.Contains("60 ways gained, 0 lost, 0 rules widened, 0 ways between spokes", lines);
        Assert.Equal(12, lines.Count(line => line.StartsWith("vnet-spoke-", StringComparison.Ordinal) && line.Contains(" Connected ", StringComparison.Ordinal)));
        Assert.Contains("24 paths, 24 as Azure says: every spoke reaches every shared service through its peering", lines);
        Assert.Contains("12 paths, 12 as Azure says: what leaves a spoke for elsewhere passes the firewall at 10.0.1.4", lines);
        Assert.Contains("132 paths, 0 as Azure says: no spoke reaches another, by any protocol (predicted)", lines);
        Assert.Contains("12 of 12 pairs keep it", lines);
        Assert.Equal("0 steps", lines[^1]);
    }

    [Theory]
    [InlineData("routeTables/rt-spokes", """{"location":"westeurope","properties":{"routes":[]}}""",
        "12 rows are refused", "inspected")]
    [InlineData("networkSecurityGroups/nsg-spoke-07", """{"location":"westeurope","properties":{"securityRules":[]}}""", "let a spoke reach another", "vnet-spoke-07")]
    [InlineData("azureFirewalls/afw-hub", null, "12 rows are refused", "Nobody has the next hop address 10.0.1.4")]
    [InlineData("networkSecurityGroups/nsg-shared", """{"location":"westeurope","properties":{"securityRules":[{"name":"no","properties":{"priority":100,"direction":"Inbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]}}""",
        "every spoke reaches every shared service through its peering. 24 of 24", "Rule 'no' (100) of 'nsg-shared' denies it.")]
    public void Onboarding_fails_where_the_estate_is_not_as_the_proof_demands(string resource, string? body, params string[] said)
    {
        string output = Broken("HubSpoke", resource, body, "onboard.ps1");

        Assert.All(said, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_cannot_be_carried_out_stops_the_onboarding_before_anything_is_written()
    {
        IEnumerable<string> rows = File.ReadLines(Path.Combine(Folder, "onboard.csv")).Take(2);
        using TemporaryScript csv = new(string.Join('\n', rows).Replace("vnet-spoke-01", "vnet-nowhere", StringComparison.Ordinal));

        ShellProcess run = ShellProcess.Run(Path.Combine(Folder, "onboard.ps1"), "-Path", csv.Path);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("vnet-nowhere", Flat(run.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("3. All rows at once", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_network_that_assumed_transitivity_is_told_why_what_would_change_it_and_reaches_the_classrooms_through_the_firewall_both_ways()
    {
        IReadOnlyList<string> lines = ShellProcess.Run(Path.Combine(Folder, "analytics.ps1")).Clean();

        Assert.Equal(3, lines.Count(line => line.Contains("Peering is not transitive", StringComparison.Ordinal)));
        Assert.Contains("the flag alone: 0 ways gained, 0 lost", lines);
        Assert.Contains("with the route table: 6 ways gained, 0 lost", lines);
        Assert.Equal(6, lines.Count(line => line.StartsWith("Gained ", StringComparison.Ordinal) && line.EndsWith("10.0.1.4", StringComparison.Ordinal)));
        Assert.Contains("6 paths Reachable through 10.0.1.4 there and back, 6 as Azure says", lines);
        Assert.Contains(lines, line => line.StartsWith("Dns.ZoneLinkedOnOneSide: ", StringComparison.Ordinal));
        Assert.Equal("Healthy after it", lines[^1]);
    }

    [Theory]
    [InlineData("routeTables/rt-analytics", null, "There is no route table")]
    [InlineData("routeTables/rt-analytics", """{"location":"westeurope","properties":{"routes":[]}}""", "The design does not hold: 0 of 6 ways gained")]
    [InlineData("routeTables/rt-classrooms", """{"location":"westeurope","properties":{"routes":[]}}""", "The design does not hold: 0 of 6 ways gained")]
    [InlineData("networkSecurityGroups/nsg-classroom-02", """{"location":"westeurope","properties":{"securityRules":[{"name":"no","properties":{"priority":100,"direction":"Inbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]}}""", "5 of 6 ways gained")]
    public void The_design_for_analytics_is_refused_where_one_of_its_parts_is_missing(string resource, string? body, string said)
    {
        string output = Broken("Analytics", resource, body, "analytics.ps1");

        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("4. Do it", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove-expired.ps1")]
    [InlineData("weekly-inventory.ps1")]
    public void A_runbook_parses_signs_in_as_a_managed_identity_and_calls_only_what_the_module_has(string name)
    {
        ScriptBlockAst script = Parser.ParseFile(Path.Combine(Folder, "runbooks", name), out _, out ParseError[] errors);

        Assert.Empty(errors);
        string[] commands = [.. script.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>().Select(call => call.GetCommandName()).Distinct()];
        string manifest = File.ReadAllText(Path.Combine(Repository.Root, "PeeringTools.psd1"));
        Assert.Contains("Connect-PeeringAccount", commands);
        Assert.All(commands.Where(command => command.Contains("Peering", StringComparison.Ordinal)), command => Assert.Contains($"'{command}'", manifest, StringComparison.Ordinal));
        Assert.DoesNotContain("Read-Host", commands);
        Assert.Contains("Identity = $true", script.Extent.Text, StringComparison.Ordinal);
    }

    /// <summary>What a sample says on an estate where no spoke is onboarded and one resource is another or, without a body, gone. It must have failed.</summary>
    private static string Broken(string estate, string resource, string? body, string sample)
    {
        using TemporaryScript script = new("""
            param($Estate, $Resource, $Body, $Sample)
            Start-PeeringLab -Estate $Estate
            $pairs = @(Get-PeeringPair)
            foreach ($network in @($pairs | ForEach-Object { $_.Local.VirtualNetworkId; $_.Remote.VirtualNetworkId })) {
                $url = ($network -replace 'virtualNetworks/.*', $Resource) + '?api-version=2024-05-01'
                if ((Invoke-PeeringLabRequest $url).Status -ne 200) { continue }
                $null = if ($Body) { Invoke-PeeringLabRequest $url PUT $Body } else { Invoke-PeeringLabRequest $url DELETE }
            }
            if ($Estate -eq 'HubSpoke') { $pairs | Remove-PeeringPair -Force }
            & $Sample
            """);
        ShellProcess run = ShellProcess.Run(script.Path, estate, resource, body ?? "", Path.Combine(Folder, sample));
        Assert.NotEqual(0, run.ExitCode);
        return Flat(run.Output + run.Errors);
    }

    /// <summary>Without the frame and the line breaks of an error's view.</summary>
    private static string Flat(string text) => string.Join(' ', text.Split('\n').Select(line => line.TrimStart(' ', '|').Trim()));
}
