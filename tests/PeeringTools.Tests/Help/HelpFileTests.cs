using System.Management.Automation;
using PeeringTools.Help;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Help;

/// <summary>The committed help is what the cmdlets and their comments say, and Get-Help finds it.</summary>
public sealed class HelpFileTests
{
    private static readonly string Comments = Path.Combine(Repository.Root, "src", "PeeringTools", "bin", Repository.Configuration, "net8.0");

    [Fact]
    public void The_help_file_is_current()
    {
        using EngineSession session = EngineSession.WithModule();
        List<CmdletInfo> commands = [.. session.Run("Get-Command -Module PeeringTools").Clean().Select(command => (CmdletInfo)command.BaseObject)];
        Assert.All(commands, command => Assert.NotEmpty(command.ParameterSets));

        string rendered = HelpFile.Render(commands, XmlComments.Read(Comments));

        Assert.True(rendered == File.ReadAllText(HelpExample.File),
            "en-US/PeeringTools.dll-Help.xml is not what the cmdlets say. Run: dotnet build src/PeeringTools.Help -t:UpdateHelp");
    }

    [Fact]
    public void Get_Help_finds_it()
    {
        using EngineSession session = EngineSession.WithModule();

        PSObject help = session.Run("Get-Help Get-PeeringPair -Full").Single();

        Assert.StartsWith("MamlCommandHelpInfo", help.TypeNames[0], StringComparison.Ordinal);
        Assert.Contains("as pairs", help.Properties["Synopsis"].Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_what_PowerShell_knows_of_a_parameter()
    {
        using EngineSession session = EngineSession.WithModule();

        PSObject network = session.Run("(Get-Help Get-PeeringPair -Parameter VirtualNetworkId)").Single();
        PSObject name = session.Run("(Get-Help Get-PeeringPair -Parameter Name)").Single();
        PSObject side = session.Run("(Get-Help Set-PeeringPair -Parameter Side)").Single();
        PSObject status = session.Run("(Get-Help Get-PeeringPair -Parameter Status).possibleValues.possibleValue").Clean()[0];

        Assert.Equal("0", Text(network, "position"));
        Assert.Equal("True (ByPropertyName, ByValue)", Text(network, "pipelineInput"));
        Assert.Equal("Id, ResourceId", Text(network, "aliases"));
        Assert.Equal("true", Text(name, "globbing"));
        Assert.Equal("Both", Text(side, "defaultValue"));
        Assert.Equal("Unknown", Text(status, "value"));
        Assert.Contains("could not be read", session.Run("param($value) $value.description[0].Text", status).Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_syntax_has_one_line_for_each_parameter_set_and_names_the_choices()
    {
        using EngineSession session = EngineSession.WithModule();

        string[] lines = [.. session.Show("(Get-Help Sync-PeeringPair).Syntax").Text.ReplaceLineEndings("").Split("<CommonParameters>]", StringSplitOptions.RemoveEmptyEntries)];

        Assert.Equal(3, lines.Count(line => line.Contains("Sync-PeeringPair", StringComparison.Ordinal)));
        Assert.Contains("[-Side {Both | Local}]", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Sync-PeeringPair [-InputObject] <PeeringPair[]>", lines[0].Trim(), StringComparison.Ordinal);
    }

    private static string? Text(PSObject item, string property) => item.Properties[property].Value?.ToString();
}
