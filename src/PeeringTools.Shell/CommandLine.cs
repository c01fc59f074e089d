namespace PeeringTools.Shell;

/// <summary>What was asked for on the command line: a script with its arguments, one command, or neither.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        usage: PeeringTools.Shell [-NoImport] [<script.ps1> [arguments] | -c <command>]
        Runs a script or a command with PeeringTools imported; without either, opens a prompt.
        """;

    public string? ScriptPath { get; private init; }

    public IReadOnlyList<string> ScriptArguments { get; private init; } = [];

    public string? Command { get; private init; }

    /// <summary>False leaves the import to the script: to measure it, or to load something else first.</summary>
    public bool ImportModule { get; private init; } = true;

    public static bool TryParse(ReadOnlySpan<string> args, out CommandLine line)
    {
        line = new CommandLine();
        if (args is [var first, ..] && first.Equals("-NoImport", StringComparison.OrdinalIgnoreCase))
        {
            line = line with { ImportModule = false };
            args = args[1..];
        }

        switch (args)
        {
            case []:
                return true;
            case ["-c", var command]:
                line = line with { Command = command };
                return true;
            case [var path, .. var rest] when !path.StartsWith('-'):
                line = line with { ScriptPath = Path.GetFullPath(path), ScriptArguments = rest.ToArray() };
                return true;
            default:
                return false;
        }
    }
}
