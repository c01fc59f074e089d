using System.Reflection;

namespace PeeringTools.Loading;

/// <summary>
/// .NET Framework has no load contexts and, inside powershell.exe, no binding redirects of ours: some sixteen references
/// in the Azure SDK's closure name versions other than the dlls they ship with. This answers them from our own folder.
/// </summary>
internal static class OwnFolderResolver
{
    private static readonly OwnFolderRule Rule = new(IsolatedAssemblies.OwnFolder, File.Exists);
    private static int Attached;

    /// <summary>Starts to answer. Calling it again does nothing; it is never taken back, for loaded assemblies stay loaded too.</summary>
    public static void Attach()
    {
        if (Interlocked.Exchange(ref Attached, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // Location throws on assemblies that were emitted in memory: not ours either way.
        var requester = request.RequestingAssembly is { IsDynamic: false } asking ? asking.Location : null;
        var answer = Rule.Answer(new AssemblyName(request.Name).Name, requester);
        return answer is null ? null : Assembly.LoadFrom(answer);
    }
}
