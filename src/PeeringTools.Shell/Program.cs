using PeeringTools.Shell;

// What the engine would otherwise send home on first use.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

if (!CommandLine.TryParse(args, out var line))
{
    Console.Error.WriteLine(CommandLine.Usage);
    return ExitCode.Failed;
}

using var session = new Session();
Console.CancelKeyPress += (_, press) => press.Cancel = session.Stop();

if (line.ImportModule && !session.ImportModule())
    return ExitCode.Failed;

return line switch
{
    { Command: { } command } => session.RunCommand(command),
    { ScriptPath: { } path } => session.RunFile(path, line.ScriptArguments),
    _ => new Prompt(session).Run(),
};
