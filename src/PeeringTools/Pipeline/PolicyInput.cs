using System.Management.Automation;
using PeeringTools.Changes;
using PeeringTools.Policy;

namespace PeeringTools.Pipeline;

/// <summary>Takes a policy from the path a script gives.</summary>
internal static class PolicyInput
{
    /// <exception cref="PeeringException">FileNotAccessible, InvalidInput or PolicyInvalid.</exception>
    public static PolicyDocument Read(PSCmdlet cmdlet, string path) => PolicyFile.Read(InventoryPath.Resolve(cmdlet, path));

    /// <summary>Lets a policy have its say about every plan of a run, where one was given.</summary>
    /// <exception cref="PeeringException">As for <see cref="Read"/>.</exception>
    public static async Task GuardAsync(ChangeRun run, PipelineWorker worker, PSCmdlet cmdlet, string? path)
    {
        if (path is null) return;
        PolicyDocument policy = await worker.AskAsync(() => Read(cmdlet, path)).ConfigureAwait(false);
        run.Gates = [new PolicyGate(policy, run.Access.Clock)];
    }
}
