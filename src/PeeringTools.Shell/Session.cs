using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using Microsoft.PowerShell;

namespace PeeringTools.Shell;

/// <summary>One runspace, and the pipelines that are run in it one after the other.</summary>
internal sealed partial class Session : IDisposable
{
    /// <summary>
    /// Seen behind a script this is false when its parameters did not fit; errors inside are the script's own affair.
    /// </summary>
    private const string FailWithLastCommand = "\nif (!$?) { exit 1 }";

    private readonly ShellHost _host = new();
    private readonly Runspace _runspace;
    private volatile PowerShell? _running;

    public Session()
    {
        // Opening a runspace puts PowerShell's own folders into PSModulePath; a child process should get the user's.
        var modulePath = Environment.GetEnvironmentVariable("PSModulePath");

        // CreateDefault2 knows only the engine: the other commands live in assemblies that come with pwsh alone.
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Environment.SetEnvironmentVariable("PSModulePath", modulePath);
    }

    public ShellHost Host => _host;

    /// <summary>The code of the last <c>exit</c>, or null while the session has not been asked to end.</summary>
    public int? Exited { get; private set; }

    public bool ImportModule()
    {
        if (ModuleFinder.FindManifest() is { } manifest)
            return Run(shell => shell.AddCommand("Import-Module").AddParameter("Name", manifest)) == ExitCode.Succeeded;
        _host.UI.WriteErrorLine("PeeringTools.psd1 was not found above this program. Build the repository first: dotnet build");
        return false;
    }

    public int RunCommand(string command) => RunText(command + FailWithLastCommand);

    public int RunText(string text) => Run(shell => shell.AddScript(text));

    /// <summary>Runs a file as a script block, whose <c>exit</c> reaches us; called by path the engine would swallow it.</summary>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        if (!File.Exists(path))
        {
            _host.UI.WriteErrorLine($"There is no file '{path}'.");
            return ExitCode.Failed;
        }

        var parsed = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0)
            return Report(new ParseException(errors));
        return Run(shell => shell
            .AddScript($"& $args[0] {string.Join(' ', arguments.Select(AsToken))}{FailWithLastCommand}")
            .AddArgument(parsed.GetScriptBlock()));
    }

    /// <summary>Stops what runs.</summary>
    /// <returns>False when nothing ran: then the key press may end the process.</returns>
    public bool Stop()
    {
        if (_running is not { } shell)
            return false;
        _host.UserInterface.CancelRead();
        // Waiting here would block the signal's thread for as long as the pipeline takes to clean up.
        shell.BeginStop(null, null);
        return true;
    }

    public void Dispose() => _runspace.Dispose();

    private int Run(Action<PowerShell> compose)
    {
        using var shell = PowerShell.Create(_runspace);
        compose(shell);
        // Errors travel with the output so that both are shown in the order they happened.
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        _running = shell;
        try
        {
            shell.Invoke(null, new PSInvocationSettings { Host = _host, ExposeFlowControlExceptions = true });
            return shell.InvocationStateInfo.State == PSInvocationState.Stopped ? ExitCode.Stopped : ExitCode.Succeeded;
        }
        catch (ExitException exit)
        {
            return (Exited = ExitStatus(exit.Argument)).Value;
        }
        catch (PipelineStoppedException)
        {
            return ExitCode.Stopped;
        }
        catch (RuntimeException error)
        {
            return Report(error);
        }
        finally
        {
            _running = null;
            _host.UserInterface.EndProgress();
        }
    }

    private int Report(RuntimeException error)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error.ErrorRecord);
        _host.UserInterface.Results = Console.Error;
        shell.Invoke(null, new PSInvocationSettings { Host = _host });
        _host.UserInterface.Results = Console.Out;
        return ExitCode.Failed;
    }

    private static int ExitStatus(object? argument)
        => LanguagePrimitives.TryConvertTo(argument, CultureInfo.InvariantCulture, out int status) ? status : ExitCode.Failed;

    /// <summary>A parameter's name stays one; everything else is a literal, so that nothing in an argument is run.</summary>
    private static string AsToken(string argument)
    {
        var name = ParameterName().Match(argument);
        return name.Success
            ? name.Value + (name.Length < argument.Length ? Quote(argument[name.Length..]) : "")
            : Quote(argument);
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^-[A-Za-z]\w*(:|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
