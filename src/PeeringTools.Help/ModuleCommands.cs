using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PeeringTools.Help;

/// <summary>The cmdlets of a staged module, as PowerShell itself sees them. Their parameters can be read while this lives.</summary>
internal sealed class ModuleCommands : IDisposable
{
    private readonly Runspace _runspace;

    private ModuleCommands(Runspace runspace, IReadOnlyList<CmdletInfo> all)
    {
        _runspace = runspace;
        All = all;
    }

    public IReadOnlyList<CmdletInfo> All { get; }

    /// <exception cref="RuntimeException">The module cannot be imported.</exception>
    public static ModuleCommands Import(string manifest)
    {
        Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        // A command looks for its parameters in the runspace of the thread that asks.
        Runspace.DefaultRunspace = runspace;
        using PowerShell shell = PowerShell.Create(runspace);
        PSModuleInfo module = shell.AddCommand("Import-Module")
            .AddParameter("Name", manifest).AddParameter("PassThru").AddParameter("ErrorAction", "Stop").Invoke<PSModuleInfo>()[0];
        return new ModuleCommands(runspace, [.. module.ExportedCmdlets.Values]);
    }

    public void Dispose()
    {
        Runspace.DefaultRunspace = null;
        _runspace.Dispose();
    }
}
