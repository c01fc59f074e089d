using System.Runtime.CompilerServices;

namespace PeeringTools.Tests.Engine;

/// <summary>
/// A PowerShell that starts the tests hands on where its modules lie, and the engine here would find them and could not load them.
/// </summary>
internal static class OwnModules
{
    [ModuleInitializer]
    internal static void Forget() => Environment.SetEnvironmentVariable("PSModulePath", null);
}
