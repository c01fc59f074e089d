using System.Reflection;
using System.Runtime.Loader;

namespace PeeringTools.Loading;

/// <summary>
/// The load context that holds our Azure SDK. A session may have another version of it in the default context
/// (Az.Accounts, a profile script); neither sees the other.
/// </summary>
/// <remarks>
/// Not collectible: the SDK keeps threads and static caches (MSAL's tokens) that outlive any one runspace,
/// and one context for the process is what lets two runspaces share them.
/// </remarks>
internal sealed class IsolatedContext : AssemblyLoadContext
{
    private IsolatedContext()
        : base("PeeringTools", isCollectible: false)
    {
    }

    public static IsolatedContext Instance { get; } = new();

    /// <summary>
    /// Our folder first, then the module's own shared assemblies, and for all else null: the framework's copy.
    /// </summary>
    /// <remarks>
    /// Of what the runtime itself brings along, its own copy is taken where it is of the same release or a later one: it is compiled
    /// ahead of time, ours would be compiled while the first inventory runs. Patches of it are then the runtime's affair. No other
    /// module can put anything else in its place.
    /// PeeringTools.Core must be the very copy the cmdlets use, or a cast to a port fails. It is asked for by path in the
    /// context that holds this loader, because the default context would not look in our folder by itself.
    /// </remarks>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = assemblyName.Name + ".dll";
        var isolated = Path.Combine(IsolatedAssemblies.IsolatedFolder, file);
        if (File.Exists(isolated))
            return RuntimeHas(file, isolated) ? null : LoadFromAssemblyPath(isolated);

        var shared = Path.Combine(IsolatedAssemblies.OwnFolder, file);
        return File.Exists(shared)
            ? GetLoadContext(typeof(IsolatedContext).Assembly)!.LoadFromAssemblyPath(shared)
            : null;
    }

    private static bool RuntimeHas(string file, string isolated)
    {
        // A host that is one single file has no folder of its runtime.
        if (Path.GetDirectoryName(typeof(object).Assembly.Location) is not { Length: > 0 } folder) return false;
        var own = Path.Combine(folder, file);
        return File.Exists(own)
            && RuntimeRule.Prefers(file, AssemblyName.GetAssemblyName(own).Version, AssemblyName.GetAssemblyName(isolated).Version);
    }
}
