using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>The calls one plan makes to Azure, none of which outlives the plan's budget.</summary>
internal sealed class PeeringPort(ChangePlan plan, NetworkAccess access, Patience patience)
{
    private const int ReadAttempts = 3;

    /// <summary>Reads one side; null where there is none. Reading is harmless, so what may pass is tried again.</summary>
    public async Task<PeeringSnapshot?> FindAsync(Half half, ResourceId peering, Budget budget, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await WithinAsync(budget, peering, token => this.Arm(half).GetPeeringAsync(peering, token), cancellationToken);
            }
            catch (PeeringException missing) when (IsMissing(missing.Error))
            {
                return null;
            }
            catch (PeeringException failure) when (IsPassing(failure.Error, attempt))
            {
                if (!await patience.WaitAsync(failure.Error, attempt, budget, cancellationToken)) throw;
            }
        }
    }

    /// <summary>Reads the side of a step exactly once.</summary>
    public async Task<PeeringSide?> ReadOnceAsync(ChangeStep step, Budget budget)
    {
        try
        {
            return (await WithinAsync(
                budget, step.TargetId, token => this.Arm(step.Half).SendingOnce.GetPeeringAsync(step.TargetId, token), CancellationToken.None)).Side;
        }
        catch (PeeringException missing) when (IsMissing(missing.Error))
        {
            return null;
        }
    }

    public Task PutAsync(
        ChangeStep step, PeeringSnapshot? basis, PeeringSettings settings, Budget budget, CancellationToken cancellationToken)
    {
        string? tenant = plan.Facts.ForeignTenantSeenFrom(step.Half);
        bool isUnknown = plan.Facts.IsForeignTenantUnknownFrom(step.Half);
        PeeringWrite write = new()
        {
            PeeringId = step.TargetId,
            RemoteVirtualNetworkId = plan.Facts[step.Half.Other()].Id,
            Basis = basis,
            Settings = settings,
            SyncRemoteAddressSpace = step.Kind == StepKind.SyncPeering,
            RemoteTenantId = tenant,
            IsRemoteTenantUnknown = isUnknown,
            AuxiliaryTokens = tenant is null && !isUnknown ? [] : access.AuxiliaryTokens,
        };
        return WithinAsync(budget, step.TargetId, token => this.Arm(step.Half).PutPeeringAsync(write, token), cancellationToken);
    }

    public Task<bool> DeleteAsync(ChangeStep step, Budget budget, CancellationToken cancellationToken) =>
        WithinAsync(budget, step.TargetId, token => this.Arm(step.Half).DeletePeeringAsync(step.TargetId, token), cancellationToken);

    /// <summary>Writes the tag's value; null takes away the tag that holds <paramref name="present"/>.</summary>
    public Task TagAsync(ChangeStep step, string? value, string? present, Budget budget, CancellationToken cancellationToken)
    {
        Dictionary<string, string> tags = new() { [step.TagName!] = (value ?? present)! };
        return WithinAsync(budget, step.TargetId, async token =>
        {
            if (value is null) await this.Arm(step.Half).DeleteTagsAsync(step.TargetId, tags, token);
            else await this.Arm(step.Half).MergeTagsAsync(step.TargetId, tags, token);
            return true;
        }, cancellationToken);
    }

    /// <summary>A side goes with its network, and the network with its group.</summary>
    private static bool IsMissing(PeeringError error) =>
        error.Id is nameof(Errors.PeeringNotFound) or nameof(Errors.VirtualNetworkNotFound) or nameof(Errors.ResourceGroupNotFound);

    private static bool IsPassing(PeeringError error, int attempt) =>
        Failures.IsBusy(error) || (Failures.IsInDoubt(error) && error.Id != nameof(Errors.TimedOut) && attempt < ReadAttempts);

    private static async Task<T> WithinAsync<T>(
        Budget budget, ResourceId target, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenSource deadline = budget.Clock.CancelAfter(budget.Left);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw PeeringException.Of(nameof(Errors.TimedOut), target.Text, target, budget.Total);
        }
    }

    private IArmNetwork Arm(Half half) => plan.Facts[half].Arm;
}
