using System.Reflection;
using PeeringTools.Loading;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Loading;

/// <summary>
/// What is loaded where. Each claim has a process of its own: an assembly that is loaded stays, whoever loaded it.
/// </summary>
public sealed class LoadContextTests
{
    /// <summary>One line per loaded assembly: context, name, version, file.</summary>
    private const string ListAssemblies = """
        foreach ($context in [Runtime.Loader.AssemblyLoadContext]::All) {
            foreach ($assembly in $context.Assemblies) {
                $name = $assembly.GetName()
                "$($context.Name)|$($name.Name)|$($name.Version)|$($assembly.Location)"
            }
        }
        """;

    /// <summary>A walk through the whole module on the lab, and what a real account would load besides: MSAL. Nothing is sent.</summary>
    private const string RealUse = """
        Start-PeeringLab -Estate HubSpoke
        if (@(Get-PeeringPair).Count -ne 12) { throw 'The lab did not answer.' }
        $null = [PeeringTools.Loading.IsolatedAssemblies]::Load('Microsoft.Identity.Client.Extensions.Msal').GetTypes()

        """;

    [Fact]
    public void Import_loads_three_assemblies_of_ours_and_nothing_isolated()
    {
        var loaded = List(ShellProcess.RunCommand(ListAssemblies));

        Assert.Equal(
            ["PeeringTools", "PeeringTools.Core", "PeeringTools.Loader"],
            loaded.Where(item => item.File.StartsWith(Repository.Library, StringComparison.Ordinal)).Select(item => item.Name).Order());
        Assert.All(loaded, item => Assert.NotEqual("PeeringTools", item.Context));
        Assert.DoesNotContain(loaded, item => IsAzure(item.Name));
    }

    [Fact]
    public void After_real_use_the_Azure_SDK_is_in_our_context_and_in_no_other()
    {
        var loaded = List(ShellProcess.RunCommand(RealUse + ListAssemblies));

        var azure = loaded.Where(item => IsAzure(item.Name)).ToList();
        Assert.Superset(
            new HashSet<string> { "Azure.Core", "Azure.ResourceManager", "Microsoft.Identity.Client", "PeeringTools.Azure", "PeeringTools.Lab" },
            azure.Select(item => item.Name).ToHashSet());
        Assert.All(azure, item => Assert.Equal("PeeringTools", item.Context));
    }

    [Fact]
    public void What_the_runtime_has_itself_in_the_same_release_is_taken_from_it()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var newer = Directory.GetFiles(Path.Combine(Repository.Library, "net8.0", "isolated"), "System.*.dll")
            .Where(ours => Path.Combine(runtime, Path.GetFileName(ours)) is var own && File.Exists(own) && RuntimeRule.Prefers(Path.GetFileName(own), VersionOf(own), VersionOf(ours)))
            .Select(ours => Path.GetFileNameWithoutExtension(ours)).ToHashSet();

        var loaded = List(ShellProcess.RunCommand(RealUse + ListAssemblies));

        Assert.Contains("System.Text.Json", newer);
        Assert.All(loaded.Where(item => newer.Contains(item.Name)), item => Assert.StartsWith(runtime, item.File, StringComparison.Ordinal));
        Assert.Contains(loaded, item => item.Name == "System.Text.Json");
    }

    [Fact]
    public void The_cmdlets_and_the_isolated_side_share_one_Core()
    {
        var loaded = List(ShellProcess.RunCommand(
            RealUse + ListAssemblies));

        var core = Assert.Single(loaded, item => item.Name == "PeeringTools.Core");
        Assert.Equal("Default", core.Context);
    }

    [Fact]
    public void An_older_Azure_Core_that_was_there_first_does_no_harm_and_takes_none()
    {
        var older = Path.Combine(AppContext.BaseDirectory, "older", "Azure.Core.dll");

        var loaded = List(ShellProcess.RunBare($"""
            $null = [Reflection.Assembly]::LoadFrom('{older}')
            Import-Module '{Repository.Manifest}'
            {RealUse}
            {ListAssemblies}
            """));

        var cores = loaded.Where(item => item.Name == "Azure.Core").ToDictionary(item => item.Context, item => item.Version);
        Assert.Equal(new Version(1, 36, 0, 0), cores["Default"]);
        Assert.True(cores["PeeringTools"] > new Version(1, 60));
        Assert.Equal(2, cores.Count);
    }

    [Fact]
    public void Another_copy_of_the_module_in_one_session_is_refused_with_the_way_out()
    {
        var copy = Directory.CreateTempSubdirectory().FullName;
        try
        {
            CopyModule(copy);
            var run = ShellProcess.RunCommand($"Remove-Module PeeringTools; Import-Module '{Path.Combine(copy, "PeeringTools.psd1")}'");

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("is loaded already and cannot be replaced in a running session: restart the session.", run.Errors, StringComparison.Ordinal);
            Assert.Contains(Repository.Library, run.Errors, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void A_PowerShell_that_is_too_old_is_told_so_in_one_line()
    {
        var run = ShellProcess.RunBare($"$PSVersionTable.PSVersion = [semver]'7.3.9'; Import-Module '{Repository.Manifest}'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PeeringTools needs PowerShell 7.4 or newer, or Windows PowerShell 5.1; this is PowerShell 7.3.9.", run.Errors, StringComparison.Ordinal);
    }

    private static Version? VersionOf(string file) => AssemblyName.GetAssemblyName(file).Version;

    private static bool IsAzure(string name)
        => name.StartsWith("Azure.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Identity", StringComparison.Ordinal)
            || name is "PeeringTools.Azure" or "PeeringTools.Lab";

    private static List<(string Context, string Name, Version Version, string File)> List(ShellProcess process)
        => [.. process.Clean().Select(line => line.Split('|')).Select(part => (part[0], part[1], new Version(part[2]), part[3]))];

    private static void CopyModule(string target)
    {
        File.Copy(Repository.Manifest, Path.Combine(target, "PeeringTools.psd1"));
        foreach (var file in Directory.GetFiles(Repository.Library, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, "lib", Path.GetRelativePath(Repository.Library, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
