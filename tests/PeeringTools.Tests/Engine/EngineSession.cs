using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PeeringTools.Tests.Engine;

/// <summary>A PowerShell session in this process: one runspace of the engine package, usually with the staged module imported.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly RecordingHost _host = new();
    private volatile PowerShell? _running;

    private EngineSession(InitialSessionState state)
    {
        var modulePath = Environment.GetEnvironmentVariable("PSModulePath");
        Runspace = RunspaceFactory.CreateRunspace(_host, state);
        Runspace.Open();
        // Opening writes PowerShell's own folders into the variable, for this whole process.
        Environment.SetEnvironmentVariable("PSModulePath", modulePath);
    }

    public Runspace Runspace { get; }

    /// <summary>Labels that answer the next confirmation prompts; without any, a prompt fails as in a host that nobody watches.</summary>
    public RecordingUserInterface Person => _host.Recorded;

    /// <summary>A session with the module imported, as after <c>Import-Module ./PeeringTools.psd1</c>.</summary>
    /// <param name="commands">Commands of the test's own.</param>
    public static EngineSession WithModule(params SessionStateCommandEntry[] commands)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(commands);
        state.ImportPSModule([Repository.Manifest]);
        return new EngineSession(state);
    }

    /// <summary>A session with nothing but the engine's own commands.</summary>
    public static EngineSession Bare() => new(InitialSessionState.CreateDefault2());

    /// <summary>Runs a script to its end and gives all its streams. Nothing is thrown for what the script does wrong.</summary>
    /// <param name="script">Only commands of the engine are there: no Write-Output, no Select-Object.</param>
    /// <param name="arguments">What the script sees as <c>$args</c>.</param>
    public ScriptRun Run(string script, params object?[] arguments) => Invoke(script, arguments, show: false);

    /// <summary>Runs a script and formats its output as a prompt would; the text is in <see cref="ScriptRun.Text"/>.</summary>
    public ScriptRun Show(string script, params object?[] arguments) => Invoke(script, arguments, show: true);

    /// <summary>Stops the running script as Ctrl+C does; its run ends when it has stopped.</summary>
    /// <remarks>PowerShell.Stop, which waits, fails with a null reference where the script ends meanwhile.</remarks>
    public void Stop() => _running?.BeginStop(null, null);

    public void Dispose() => Runspace.Dispose();

    private ScriptRun Invoke(string script, object?[] arguments, bool show)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
            shell.AddArgument(argument);
        if (show)
            shell.AddCommand("Out-Default");

        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        _host.Recorded.TakeText();
        _running = shell;
        try
        {
            shell.Invoke(null, output, new PSInvocationSettings { Host = _host });
        }
        catch (RuntimeException error)
        {
            terminating = error.ErrorRecord;
        }
        finally
        {
            _running = null;
        }

        return new ScriptRun
        {
            Output = [.. output],
            Errors = [.. shell.Streams.Error],
            Warnings = [.. shell.Streams.Warning.Select(record => record.Message)],
            Verbose = [.. shell.Streams.Verbose.Select(record => record.Message)],
            Information = [.. shell.Streams.Information],
            Progress = [.. shell.Streams.Progress],
            State = shell.InvocationStateInfo.State,
            Terminating = terminating,
            Text = _host.Recorded.TakeText(),
        };
    }
}
