using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace PeeringTools.Shell;

/// <summary>Text in and out: results to standard output, errors to standard error, progress to a terminal only.</summary>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private readonly bool _colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    private readonly ProgressLine _progress = new();
    private readonly LineReader _reader = new();

    /// <summary>Whether somebody is there to answer.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => _colours;

    /// <summary>Where formatted objects go. The engine formats the error that ended a pipeline as an object like any other.</summary>
    public TextWriter Results { get; set; } = Console.Out;

    public void CancelRead() => _reader.Cancel();

    public void EndProgress() => _progress.Clear();

    public override void Write(string value) => Emit(Results, value, newLine: false);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Emit(Results, value, newLine: true);

    public override void WriteErrorLine(string value) => Emit(Console.Error, Styled(FormatStyle.Error, value), newLine: true);

    public override void WriteWarningLine(string message) => Emit(Console.Error, Styled(FormatStyle.Warning, "WARNING: " + message), newLine: true);

    public override void WriteVerboseLine(string message) => Emit(Console.Error, Styled(FormatStyle.Verbose, "VERBOSE: " + message), newLine: true);

    public override void WriteDebugLine(string message) => Emit(Console.Error, Styled(FormatStyle.Debug, "DEBUG: " + message), newLine: true);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine()
    {
        RequireSomebody();
        _progress.Clear();
        return _reader.Read();
    }

    public override SecureString ReadLineAsSecureString()
        => throw new HostException("This shell does not read secrets; pass a SecureString, or use pwsh.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireSomebody();
        return descriptions.ToDictionary(field => field.Name, field =>
        {
            Write(field.Name + ": ");
            return PSObject.AsPSObject(ReadLine());
        });
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireSomebody();
        WriteLine($"\n{caption}\n{message}");
        var keys = choices.Select(choice => Key(choice.Label)).ToList();
        while (true)
        {
            Write(string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {choice.Label.Replace("&", "")}"))
                + (defaultChoice < 0 ? ": " : $" (default is \"{keys[defaultChoice]}\"): "));
            var answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            var chosen = keys.FindIndex(key => key.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0)
                return chosen;
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => throw new HostException("This shell does not ask for credentials; pass them as parameters, or use pwsh.");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        => PromptForCredential(caption, message, userName, targetName);

    /// <summary>The letter after the ampersand, or the whole label.</summary>
    private static string Key(string label)
        => label.IndexOf('&') is var at and >= 0 && at + 1 < label.Length ? label[at + 1].ToString().ToUpperInvariant() : label;

    private static void RequireSomebody()
    {
        if (!CanAsk)
            throw new HostException("Nobody can answer: input or output is not a terminal. Give what is asked for as a parameter, or -Confirm:$false.");
    }

    private string Styled(FormatStyle style, string value)
        => _colours ? GetFormatStyleString(style) + value + PSStyle.Instance.Reset : value;

    /// <summary>All text leaves here, so that no colour reaches a file and no progress stays on a line of text.</summary>
    private void Emit(TextWriter writer, string value, bool newLine)
    {
        _progress.Clear();
        var text = GetOutputString(value, _colours);
        if (newLine)
            writer.WriteLine(text);
        else
            writer.Write(text);
    }
}
