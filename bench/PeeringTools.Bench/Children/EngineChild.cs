using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Children;

/// <summary>Scripts for a PowerShell engine with the staged module.</summary>
/// <param name="Module">The module's manifest.</param>
/// <param name="Prepare">Runs first and is not measured: signs in, warms up.</param>
/// <param name="Measure">Is measured; what it gives comes back as text.</param>
internal sealed record EngineTask(string Module, string Prepare, string Measure);

/// <summary>A child that hosts a PowerShell engine, as a user's session does.</summary>
internal static class EngineChild
{
    public const string Switch = "--engine";

    public static ChildResult Run(EngineTask task) => Child.Run(Switch, task);

    public static int Serve() => Child.Serve<EngineTask>(Measure);

    private static ChildResult Measure(EngineTask task)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Invoke(runspace, $"$ErrorActionPreference = 'Stop'; Import-Module -Name '{task.Module}'");
        Invoke(runspace, task.Prepare);
        Usage before = Usage.Now();
        string[] output = Invoke(runspace, task.Measure);
        Usage after = Usage.Now();
        return new ChildResult(before.At, after.WallMsSince(before), after.CpuMsSince(before), Usage.PeakMemory(), output);
    }

    private static string[] Invoke(Runspace runspace, string script)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        return [.. shell.AddScript(script).Invoke().Select(value => value?.ToString() ?? "")];
    }
}
