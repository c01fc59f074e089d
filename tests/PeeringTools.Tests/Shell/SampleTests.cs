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
}
