using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PeeringTools.Bench.Soak;

/// <summary>One runspace of this process with the staged module in it.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    /// <exception cref="InvalidOperationException">It could not be prepared.</exception>
    public Session(string prepare)
    {
        _runspace.Open();
        string[] problems = this.Run($"Import-Module -Name '{BuiltFiles.Module}'\n$ProgressPreference = 'SilentlyContinue'\n{prepare}");
        if (problems.Length > 0) throw new InvalidOperationException(problems[0]);
    }

    /// <summary>Runs a script; the errors it reported, each with its id in front, and after it what it says of itself.</summary>
    public string[] Run(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        try
        {
            _ = shell.AddScript(script).Invoke();
            return [.. shell.Streams.Error.Select(Say)];
        }
        catch (RuntimeException ended)
        {
            return [.. shell.Streams.Error.Append(ended.ErrorRecord).Select(Say)];
        }
    }

    public void Dispose() => _runspace.Dispose();

    private static string Say(ErrorRecord error) => $"{error.FullyQualifiedErrorId.Split(',')[0]}: {error} {error.TargetObject}";
}
