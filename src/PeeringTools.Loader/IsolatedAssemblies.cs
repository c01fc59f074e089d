using System.Reflection;

namespace PeeringTools.Loading;

/// <summary>
/// The door to what is kept apart from the session: PeeringTools.Azure, PeeringTools.Lab and the Azure SDK below them,
/// all in the folder <c>isolated</c> beside this assembly.
/// </summary>
/// <remarks>
/// Nothing behind the door is loaded before the first call, so importing the module costs none of it.
/// </remarks>
public static class IsolatedAssemblies
{
    /// <summary>The module's folder for this runtime: <c>lib/net8.0</c> or <c>lib/net472</c>.</summary>
    public static string OwnFolder { get; } = Path.GetDirectoryName(typeof(IsolatedAssemblies).Assembly.Location)!;

    /// <summary>Where the isolated assemblies lie.</summary>
    public static string IsolatedFolder { get; } = Path.Combine(OwnFolder, "isolated");

    /// <summary>Loads one isolated assembly, or gives the copy that is already loaded.</summary>
    /// <param name="simpleName">The name without version and extension, for example <c>PeeringTools.Azure</c>.</param>
    /// <exception cref="FileNotFoundException">The staged module is incomplete: the file is not in <c>isolated</c>.</exception>
    public static Assembly Load(string simpleName)
    {
        var path = Path.Combine(IsolatedFolder, simpleName + ".dll");
        if (!File.Exists(path))
            throw new FileNotFoundException($"PeeringTools is incomplete: '{path}' is missing. Install the module again.", path);
#if NET
        return IsolatedContext.Instance.LoadFromAssemblyPath(path);
#else
        OwnFolderResolver.Attach();
        return Assembly.LoadFrom(path);
#endif
    }

    /// <summary>Creates an isolated class by name and hands it out as the port it implements.</summary>
    /// <typeparam name="TPort">An interface or base class that both worlds share: one of PeeringTools.Core or of the framework.</typeparam>
    /// <param name="simpleName">The assembly, for example <c>PeeringTools.Azure</c>.</param>
    /// <param name="typeName">The full name of a class with a parameterless constructor; it need not be public.</param>
    /// <exception cref="FileNotFoundException">The staged module is incomplete.</exception>
    /// <exception cref="TypeLoadException">The assembly has no such class.</exception>
    public static TPort Create<TPort>(string simpleName, string typeName)
        where TPort : class
        => (TPort)Activator.CreateInstance(Load(simpleName).GetType(typeName, throwOnError: true)!, nonPublic: true)!;

    /// <summary>
    /// Readies the runtime before the module's first type is used. Only .NET Framework needs it: the dlls we ship there
    /// refer to one another by versions that only a resolver can match.
    /// </summary>
    public static void Prepare()
    {
#if !NET
        OwnFolderResolver.Attach();
#endif
    }
}
