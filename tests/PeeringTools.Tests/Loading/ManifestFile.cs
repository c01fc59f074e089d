using System.Collections;
using System.Management.Automation.Language;

namespace PeeringTools.Tests.Loading;

/// <summary>PeeringTools.psd1 as data: read the way PowerShell reads a data file, which runs nothing.</summary>
internal static class ManifestFile
{
    private static readonly Hashtable Data = Read();

    public static IReadOnlyList<string> CmdletsToExport { get; } = [.. ((object[])Value("CmdletsToExport")).Cast<string>()];

    public static object Value(string key) => Data[key] ?? throw new KeyNotFoundException($"The manifest has no {key}.");

    private static Hashtable Read()
    {
        var script = Parser.ParseFile(Repository.Manifest, out _, out var errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }
}
