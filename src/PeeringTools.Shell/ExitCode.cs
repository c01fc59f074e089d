namespace PeeringTools.Shell;

/// <summary>What the process says when a script did not choose by <c>exit n</c>.</summary>
internal static class ExitCode
{
    public const int Succeeded = 0;
    public const int Failed = 1;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
