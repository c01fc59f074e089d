using System.Diagnostics;
using System.IO.Compression;
using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Help;

namespace PeeringTools.Tests.Loading;

/// <summary>What people install is what was tested, whole, with its hashes, and nothing beside it.</summary>
public sealed partial class PackageTests : IClassFixture<PackageTests.Packed>
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>What every nupkg has besides its files; the last one's name is made anew each time.</summary>
    private static readonly string[] OfNuGet = ["PeeringTools.nuspec", "_rels/.rels", "[Content_Types].xml", "package/services/metadata/core-properties/*"];

    /// <summary>Pages about building the module, which are of no use to those who have it.</summary>
    private static readonly string[] Unshipped = ["docs/architecture.md", "docs/benchmarks.md", "docs/decisions/"];

    private static readonly string[] OfTheRoot = ["PeeringTools.psd1", "PeeringTools.sha256", "LICENSE", "THIRD-PARTY-NOTICES.txt", "CHANGELOG.md"];

    private readonly Packed _packed;

    public PackageTests(Packed packed) => _packed = packed;

    [Fact]
    public void It_holds_the_library_the_help_and_the_papers()
    {
        IEnumerable<string> expected =
        [
            .. OfTheRoot,
            .. Under("en-US"),
            .. Under("docs").Where(file => !Unshipped.Any(page => file.StartsWith(page, StringComparison.Ordinal))),
            .. Under("samples"),
            .. File.ReadAllLines(Path.Combine(Repository.Root, "src", "Module", "files.txt")).Select(file => "lib/" + file),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), _packed.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_catalog_has_the_hash_of_every_other_file()
    {
        Dictionary<string, string> catalog = File.ReadAllLines(Path.Combine(_packed.Folder, "PeeringTools.sha256"))
            .Select(line => line.Split("  ", 2)).ToDictionary(parts => parts[1], parts => parts[0]);

        Assert.Equal(_packed.Files.Except(["PeeringTools.sha256"]).Order(StringComparer.Ordinal), catalog.Keys.Order(StringComparer.Ordinal));
        Assert.All(catalog, entry => Assert.Equal(
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_packed.Folder, entry.Key)))), entry.Value, ignoreCase: true));
    }

    [Fact]
    public void The_nupkg_holds_the_same_and_stays_small()
    {
        using ZipArchive archive = ZipFile.OpenRead(_packed.Nupkg);

        IEnumerable<string> entries = archive.Entries.Select(entry => Uri.UnescapeDataString(entry.FullName))
            .Select(name => name.EndsWith(".psmdcp", StringComparison.Ordinal) ? OfNuGet[^1] : name);

        Assert.Equal(_packed.Files.Concat(OfNuGet).Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(_packed.Nupkg).Length, Megabyte, 15 * Megabyte);
    }

    [Fact]
    public void What_its_pages_and_its_help_refer_to_is_in_it()
    {
        using EngineSession session = EngineSession.WithModule();
        IEnumerable<string> rules = session.Run("(Get-PeeringHealthRule).HelpUri").Clean().Select(page => page.ToString());
        IEnumerable<string> help = Named().Matches(File.ReadAllText(HelpExample.File)).Select(match => match.Value);
        IEnumerable<string> topics = Directory.GetFiles(Path.Combine(_packed.Folder, "en-US"), "about_*").SelectMany(file => Named().Matches(File.ReadAllText(file))).Select(match => match.Value);
        IEnumerable<string> pages = Directory.GetFiles(_packed.Folder, "*.md", SearchOption.AllDirectories).SelectMany(page => Link().Matches(File.ReadAllText(page))
            .Select(match => Path.GetRelativePath(_packed.Folder, Path.GetFullPath(match.Groups[1].Value, Path.GetDirectoryName(page)!))));

        Assert.All(rules.Concat(help).Concat(topics).Concat(pages).Distinct(), target => Assert.True(Path.Exists(Path.Combine(_packed.Folder, target)), target));
    }

    [Fact]
    public void It_says_of_itself_what_the_manifest_says()
    {
        XElement about = XDocument.Load(Path.Combine(Repository.Root, "src", "Module", "PeeringTools.nuspec")).Root!.Elements().First();
        XNamespace ns = about.Name.Namespace;
        using EngineSession session = EngineSession.Bare();

        PSModuleInfo module = (PSModuleInfo)session.Run("Test-ModuleManifest $args[0]", Path.Combine(_packed.Folder, "PeeringTools.psd1")).Single().BaseObject;

        Assert.Equal(module.Description, about.Element(ns + "description")!.Value);
        Assert.Equal(module.Author, about.Element(ns + "authors")!.Value);
        Assert.Equal(module.Tags, about.Element(ns + "tags")!.Value.Split(' ').Except(["PSModule", "PSIncludes_Cmdlet"]));
        Assert.NotNull(module.LicenseUri);
        // There is no public address yet, and a wrong one would be worse than none.
        Assert.Null(module.ProjectUri);
        Assert.Empty(module.HelpInfoUri ?? "");
        Assert.NotEmpty(module.ReleaseNotes);
    }

    [Fact]
    public void It_imports_and_works_from_where_it_lies()
    {
        IReadOnlyList<string> lines = ShellProcess.RunBare(
            $"Import-Module '{Path.Combine(_packed.Folder, "PeeringTools.psd1")}'; Start-PeeringLab; @(Get-PeeringPair).Count; (Get-Help Get-PeeringPair).Synopsis.Length -gt 20").Clean();

        Assert.Equal(["12", "True"], lines);
    }

    [Fact]
    public void A_package_that_the_notices_do_not_name_fails_the_build()
    {
        string notices = Path.Combine(_packed.Output, "notices.txt");
        File.WriteAllLines(notices, File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt")).Where(line => !line.StartsWith("Azure.Core ", StringComparison.Ordinal)));

        (int exitCode, string output) = Packed.Build("CheckNotices", $"-p:NoticesFile={notices}");

        Assert.Equal(1, exitCode);
        Assert.Contains("THIRD-PARTY-NOTICES.txt is not what ships. Missing: Azure.Core ", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Under(string folder) => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    /// <summary>Where a page's link leads that is not an address of the web, without the place in that page.</summary>
    [GeneratedRegex(@"\]\(([^)#:]+)[^):]*\)")]
    private static partial Regex Link();

    /// <summary>A file or a folder that help names.</summary>
    [GeneratedRegex(@"\b(docs|samples)/[\w./-]*\w")]
    private static partial Regex Named();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void The_notices_are_read_from_wherever_packages_lie(string end)
    {
        string packages = typeof(PackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Packages").Value!;

        (int exitCode, string output) = Packed.Build("CheckNotices", $"-p:NuGetPackageRoot={packages.TrimEnd('/', '\\')}{end}");

        Assert.True(exitCode == 0, output);
    }

    /// <summary>The module packed once, out of what is built already.</summary>
    public sealed class Packed : IDisposable
    {
        public Packed()
        {
            (int exitCode, string output) = Build("PackModule", $"-p:PackageOutputFolder={Output}{Path.DirectorySeparatorChar}");
            Assert.True(exitCode == 0, output);
        }

        internal string Output { get; } = Directory.CreateTempSubdirectory("PeeringTools-package-").FullName;

        internal string Folder => Path.Combine(Output, "PeeringTools", ManifestFile.Value("ModuleVersion").ToString()!);

        internal string Nupkg => Path.Combine(Output, $"PeeringTools.{ManifestFile.Value("ModuleVersion")}.nupkg");

        internal IReadOnlyList<string> Files =>
            [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))];

        public void Dispose() => Directory.Delete(Output, recursive: true);

        internal static (int ExitCode, string Output) Build(string target, string property)
        {
            ProcessStartInfo start = new("dotnet",
                ["msbuild", Path.Combine(Repository.Root, "src", "Module", "Module.csproj"), $"-t:{target}", property, "-nologo", "-nodeReuse:false",
                $"-p:Configuration={Repository.Configuration}", "-p:BuildProjectReferences=false"])
            {
                RedirectStandardOutput = true,
            };
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
    }
}
