using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PeeringTools.Tests.Loading;

/// <summary>What lies in lib/ after a build is what ships: nothing missing, nothing twice, nothing by accident.</summary>
public sealed class StagedFilesTests
{
    private static readonly string ModuleProject = Path.Combine(Repository.Root, "src", "Module", "Module.csproj");
    private static readonly string List = Path.Combine(Repository.Root, "src", "Module", "files.txt");

    [Fact]
    public void The_library_holds_exactly_the_listed_files()
    {
        var staged = Directory.GetFiles(Repository.Library, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Library, file).Replace('\\', '/'));

        Assert.Equal(File.ReadAllLines(List).Order(StringComparer.Ordinal), staged.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void No_assembly_is_shipped_twice_for_one_runtime(string build)
    {
        var twice = Dlls(build).GroupBy(Path.GetFileName).Where(copies => copies.Count() > 1).Select(copies => copies.Key);

        Assert.Empty(twice);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void Every_reference_is_to_the_runtime_or_to_a_file_that_ships(string build)
    {
        var own = Dlls(build).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var runtime = RuntimeAssemblies(build);

        var dangling =
            from dll in Dlls(build)
            from reference in References(dll)
            where !own.Contains(reference) && !runtime.Contains(reference)
            select $"{Path.GetFileName(dll)} -> {reference}";

        Assert.Empty(dangling);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void What_enters_the_session_refers_to_nothing_isolated(string build)
    {
        var isolated = Directory.GetFiles(Path.Combine(Repository.Library, build, "isolated")).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var ours = Directory.GetFiles(Path.Combine(Repository.Library, build), "PeeringTools*.dll");

        // On PowerShell 7 the runtime has its own of these, and the reference is to that one.
        var runtime = build == "net8.0" ? RuntimeAssemblies(build) : [];
        Assert.DoesNotContain(ours.SelectMany(References), reference => isolated.Contains(reference) && !runtime.Contains(reference));
    }

    [Fact]
    public void A_file_that_nobody_listed_fails_the_build_and_is_named()
    {
        var build = CheckAgainst(File.ReadAllLines(List).Where(line => line != "net8.0/isolated/Azure.Core.dll"));

        Assert.Contains("Not in src/Module/files.txt, yet the build would ship: net8.0/isolated/Azure.Core.dll.", build, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_file_that_the_build_does_not_bring_fails_it_and_is_named()
    {
        var build = CheckAgainst([.. File.ReadAllLines(List), "net8.0/isolated/Lost.dll"]);

        Assert.Contains("the build does not bring: net8.0/isolated/Lost.dll.", build, StringComparison.Ordinal);
    }

    private static string CheckAgainst(IEnumerable<string> lines)
    {
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, lines);
        try
        {
            var start = new ProcessStartInfo("dotnet",
                ["msbuild", ModuleProject, "-t:CheckStagingList", "-nologo", "-nodeReuse:false",
                $"-p:StagingList={list}", $"-p:Configuration={Repository.Configuration}", "-p:BuildProjectReferences=false"])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(1, process.ExitCode);
            return output;
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static string[] Dlls(string build) => Directory.GetFiles(Path.Combine(Repository.Library, build), "*.dll", SearchOption.AllDirectories);

    private static List<string> References(string dll)
    {
        using var image = new PEReader(File.OpenRead(dll));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>Names the runtime or PowerShell itself resolves: the engine is always there.</summary>
    private static HashSet<string> RuntimeAssemblies(string build)
    {
        var folder = build == "net472"
            ? typeof(StagedFilesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "NetFrameworkAssemblies").Value!
            : Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)), "System.Management.Automation"];
    }
}
