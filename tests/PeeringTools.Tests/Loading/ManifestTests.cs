using System.Management.Automation;
using System.Reflection;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Loading;

/// <summary>The manifest says what the module is; the module is what the manifest says.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Builds = ["net8.0", "net472"];

    [Fact]
    public void The_manifest_is_valid()
    {
        using var session = EngineSession.Bare();

        var module = (PSModuleInfo)session.Run("param($manifest) Test-ModuleManifest $manifest", Repository.Manifest).Single().BaseObject;

        Assert.NotEqual(Guid.Empty, module.Guid);
        Assert.NotEmpty(module.Description);
        Assert.NotEmpty(module.Tags);
    }

    [Fact]
    public void It_exports_exactly_the_cmdlets_that_are_there()
    {
        using var session = EngineSession.Bare();
        var dll = Path.Combine(Repository.Library, "net8.0", "PeeringTools.dll");

        var there = session.Run("param($dll) (Import-Module $dll -PassThru).ExportedCmdlets.Keys", dll).Clean().Select(name => name.ToString());

        Assert.Equal(there.Order(StringComparer.Ordinal), ManifestFile.CmdletsToExport.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_exports_nothing_else()
    {
        using var session = EngineSession.WithModule();

        var module = (PSModuleInfo)session.Run("Get-Module PeeringTools").Single().BaseObject;

        Assert.Equal(module.ExportedCmdlets.Count, module.ExportedCommands.Count);
        Assert.Empty(module.ExportedVariables);
    }

    [Fact]
    public void Its_version_is_the_version_of_every_dll_of_ours()
    {
        var version = new Version(ManifestFile.Value("ModuleVersion").ToString()!);

        var ours = Builds.SelectMany(build => Directory.GetFiles(Path.Combine(Repository.Library, build), "PeeringTools*.dll", SearchOption.AllDirectories)).ToList();

        Assert.Equal(10, ours.Count);
        Assert.All(ours, dll => Assert.Equal(new Version(version.Major, version.Minor, version.Build, 0), AssemblyName.GetAssemblyName(dll).Version));
    }
}
