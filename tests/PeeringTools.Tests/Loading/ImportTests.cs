using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Loading;

/// <summary>Importing, removing and importing again, in the ways sessions do it.</summary>
public sealed class ImportTests
{
    private const string ImportAndList = "param($manifest) Import-Module $manifest; (Get-Command -Module PeeringTools).Name";

    [Fact]
    public void Importing_gives_every_command_of_the_manifest()
    {
        using var session = EngineSession.Bare();

        Assert.Equal(ManifestCommands(), Names(session.Run(ImportAndList, Repository.Manifest)));
    }

    [Fact]
    public void Force_gives_them_again()
    {
        using var session = EngineSession.WithModule();

        var run = session.Run("param($manifest) Import-Module $manifest -Force; (Get-Command -Module PeeringTools).Name", Repository.Manifest);

        Assert.Equal(ManifestCommands(), Names(run));
    }

    [Fact]
    public void Removing_leaves_nothing_behind_and_importing_brings_all_back()
    {
        using var session = EngineSession.WithModule();

        var removed = session.Run("Remove-Module PeeringTools; Get-Module -All | Where-Object Name -like 'PeeringTools*'; Get-Command *-Peering* -ListImported");
        Assert.Empty(removed.Clean());

        Assert.Equal(ManifestCommands(), Names(session.Run(ImportAndList, Repository.Manifest)));
    }

    [Fact]
    public async Task Two_runspaces_import_at_once()
    {
        using var together = new Barrier(2);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var session = EngineSession.Bare();
            together.SignalAndWait(TestContext.Current.CancellationToken);
            return Names(session.Run(ImportAndList, Repository.Manifest));
        })));

        Assert.All(both, names => Assert.Equal(ManifestCommands(), names));
    }

    [Fact]
    public void Parallel_pieces_of_a_pipeline_import_each_for_itself()
    {
        using var session = EngineSession.WithModule();

        var run = session.Run(
            "1..4 | ForEach-Object -Parallel { Import-Module $using:args; (Get-Command -Module PeeringTools).Count }",
            Repository.Manifest);

        Assert.Equal(Enumerable.Repeat(ManifestCommands().Count, 4), run.Clean().Select(count => (int)count.BaseObject));
    }

    [Fact]
    public void Types_of_the_domain_are_known_by_name_in_scripts()
    {
        using var session = EngineSession.WithModule();

        Assert.Equal("PeeringTools.PeeringPair", session.Run("[PeeringTools.PeeringPair]::new().GetType().FullName").Single().BaseObject);
    }

    private static List<string> ManifestCommands() => [.. ManifestFile.CmdletsToExport.Order(StringComparer.Ordinal)];

    private static List<string> Names(ScriptRun run) => [.. run.Clean().Select(name => name.ToString()).Order(StringComparer.Ordinal)];
}
