using System.Management.Automation.Language;

namespace PeeringTools.Shell;

/// <summary>Reads a command, runs it, and again until <c>exit</c> or the end of input.</summary>
internal sealed class Prompt(Session session)
{
    public int Run()
    {
        var last = ExitCode.Succeeded;
        while (session.Exited is null && Read() is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                last = session.RunText(text);
        }

        // At a terminal a failed command is no failure of the session; fed from a pipe, the last one counts.
        return session.Exited ?? (ShellUserInterface.CanAsk ? ExitCode.Succeeded : last);
    }

    /// <summary>One command, over several lines while the text so far is only the beginning of one.</summary>
    private static string? Read()
    {
        var text = ReadLine("PeeringTools> ");
        while (text is not null && IsIncomplete(text) && ReadLine(">> ") is { } more)
            text += "\n" + more;
        return text;
    }

    private static string? ReadLine(string prompt)
    {
        if (ShellUserInterface.CanAsk)
            Console.Write(prompt);
        return Console.ReadLine();
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return Array.Exists(errors, error => error.IncompleteInput);
    }
}
