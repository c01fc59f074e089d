using System.Management.Automation;

namespace PeeringTools.Loading;

/// <summary>What PowerShell runs when the module is imported: as little as can be.</summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    /// <summary>Readies the resolver on Windows PowerShell; on PowerShell 7 there is nothing to do before first use.</summary>
    public void OnImport() => IsolatedAssemblies.Prepare();
}
