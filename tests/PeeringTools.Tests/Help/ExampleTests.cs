using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Help;

/// <summary>Every example of the help can be typed as it stands.</summary>
[Collection(nameof(ProcessConnection))]
public sealed class ExampleTests
{
    private static readonly string Lab = Path.Combine(Repository.Root, "tests", "Pester", "ExampleLab.ps1");

    public static TheoryData<string> All => [.. HelpExample.All.Keys];

    /// <summary>What calls commands of modules that only a real PowerShell has is run by tests/Pester.</summary>
    public static TheoryData<string> Runnable => [.. Find()];

    [Theory]
    [MemberData(nameof(All))]
    public void It_calls_its_command_and_every_parameter_binds(string name)
    {
        using EngineSession session = EngineSession.WithModule();
        HelpExample example = HelpExample.All[name];
        IReadOnlyList<CommandAst> ours = [.. example.Calls().Where(call => Known(session).Contains(call.GetCommandName()))];

        Assert.Contains(example.Command, ours.Select(call => call.GetCommandName()));
        Assert.Empty(StaticBinding.Problems(session, ours));
    }

    [Theory]
    [MemberData(nameof(Runnable))]
    public void It_runs_on_the_lab_without_an_error(string name)
    {
        HelpExample example = HelpExample.All[name];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("PeeringTools-example-");
        using EngineSession session = EngineSession.WithModule();
        try
        {
            session.Run("$ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.FullName).Clean();
            session.Run(". $args[0] $args[1]", Lab, example.Estate).Clean();

            session.Run(example.Code).Clean();
        }
        finally
        {
            session.Run("Disconnect-PeeringAccount -ErrorAction Ignore");
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Find()
    {
        using EngineSession session = EngineSession.WithModule();
        HashSet<string> known = Known(session);
        return [.. HelpExample.All.Where(item => item.Value.Estate != "none" && item.Value.Calls().All(call => known.Contains(call.GetCommandName()))).Select(item => item.Key)];
    }

    private static HashSet<string> Known(EngineSession session) => session.Run("Get-Command -CommandType Cmdlet, Alias").Clean()
        .Select(command => ((CommandInfo)command.BaseObject).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
