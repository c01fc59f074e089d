using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace PeeringTools.Tests.Engine;

/// <summary>The recording half of <see cref="RecordingHost"/>.</summary>
internal sealed class RecordingUserInterface : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    /// <summary>Labels to answer the next prompts with ("Yes", "No", "Yes to All"); an empty queue means nobody is there.</summary>
    public ConcurrentQueue<string> Answers { get; } = new();

    /// <summary>The messages of the prompts that were shown.</summary>
    public ConcurrentQueue<string> Questions { get; } = new();

    /// <summary>Says how wide views may be; colours are off.</summary>
    public RecordingScreen Screen { get; } = new();

    public override PSHostRawUserInterface RawUI => Screen;

    /// <summary>What was written since the last call: formatted views and -WhatIf lines.</summary>
    public string TakeText()
    {
        lock (_text)
        {
            var text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    public override void Write(string value)
    {
        lock (_text)
            _text.Append(GetOutputString(value, supportsVirtualTerminal: false));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Enqueue(message);
        if (!Answers.TryDequeue(out var answer))
            throw new HostException("Nobody can answer.");
        return choices.Select(choice => choice.Label.Replace("&", "")).ToList().IndexOf(answer);
    }

    public override string ReadLine() => throw new HostException("Nobody can answer.");

    public override SecureString ReadLineAsSecureString() => throw new HostException("Nobody can answer.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        => throw new HostException("Nobody can answer.");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => throw new HostException("Nobody can answer.");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        => throw new HostException("Nobody can answer.");
}
