using System.Management.Automation;
using System.Security.Cryptography;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Inventory;

/// <summary>A test with a session, a lab and a folder of its own. Labs of one process take turns.</summary>
[Collection("ProcessConnection")]
public abstract class InventoryTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inventory-");

    private protected InventoryTest() => Session.Runspace.SessionStateProxy.Path.SetLocation(_folder.FullName);

    private protected EngineSession Session { get; } = EngineSession.WithModule();

    public void Dispose()
    {
        Session.Run("Disconnect-PeeringAccount -ErrorAction Ignore");
        Session.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected IEnumerable<string> Files => _folder.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    private protected string At(string name) => Path.Combine(_folder.FullName, name);

    private protected string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(At(name))));

    private protected IReadOnlyList<PSObject> Run(string script, params object?[] arguments) => Session.Run(script, arguments).Clean();

    /// <summary>The id of the one error of a script, which gave nothing else.</summary>
    private protected string Refused(string script)
    {
        ScriptRun run = Session.Run(script);
        ErrorRecord error = run.Terminating ?? run.SingleError();
        Assert.Empty(run.Output);
        return error.FullyQualifiedErrorId.Split(',')[0];
    }

    /// <summary>"Change local remote Field AsApproved" of each object.</summary>
    private protected static IEnumerable<string> Lines(IEnumerable<PSObject> changes) => changes.Select(change =>
        string.Join(' ', Value(change, "Change"), Name(change, "Local"), Name(change, "Remote"), Value(change, "Field"), Value(change, "AsApproved")).TrimEnd());

    private protected static object? Value(PSObject item, string name) => item.Properties[name].Value;

    private static string? Name(PSObject change, string side)
    {
        PSObject pair = PSObject.AsPSObject(Value(change, "Pair")!);
        return PSObject.AsPSObject(Value(pair, side)!).Properties["VirtualNetworkName"].Value?.ToString();
    }
}
