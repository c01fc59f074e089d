using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace PeeringTools.Shell;

/// <summary>What the engine asks of the program around it.</summary>
internal sealed class ShellHost : PSHost
{
    public ShellHost()
    {
        if (!UserInterface.SupportsVirtualTerminal)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
    }

    public ShellUserInterface UserInterface { get; } = new();

    public override PSHostUserInterface UI => UserInterface;

    public override string Name => "PeeringTools.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell has no nested prompt.");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    /// <summary>Nothing to do: the session sees <c>exit</c> itself.</summary>
    public override void SetShouldExit(int exitCode)
    {
    }
}
