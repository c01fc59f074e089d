using System.Management.Automation;

namespace PeeringTools.Loading;

/// <summary>What PowerShell runs when the module is imported: as little as can be.</summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    /// <summary>
    /// Readies the resolver on Windows PowerShell, and loads PeeringTools.Core: a script names its types,
    /// <c>[PeeringTools.PeeringPair]</c>, and PowerShell looks for names only in what is loaded.
    /// </summary>
    public void OnImport()
    {
        IsolatedAssemblies.Prepare();
        GC.KeepAlive(typeof(PeeringPair));
    }
}
