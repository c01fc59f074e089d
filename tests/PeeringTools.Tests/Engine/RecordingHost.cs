using System.Globalization;
using System.Management.Automation.Host;

namespace PeeringTools.Tests.Engine;

/// <summary>A host that keeps what is said to a person and answers prompts from a list.</summary>
internal sealed class RecordingHost : PSHost
{
    public RecordingUserInterface Recorded { get; } = new();

    public override PSHostUserInterface UI => Recorded;

    public override string Name => "PeeringTools.Tests";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.GetCultureInfo("en-US");

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.GetCultureInfo("en-US");

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
