using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>Reads the pair of a plan as it is now, for what the command returns and for its check.</summary>
internal sealed class ResultReader(NetworkAccess access, ChangeJournal journal, PeeringPort port)
{
    private readonly ChangePlan _plan = journal.Plan;

    /// <summary>The pair out of what the plan was made from: right where nothing has been written since.</summary>
    public PeeringPair AsPlanned() => this.Build(_plan.Facts.End(Half.Local), _plan.Facts.End(Half.Remote));

    public async Task<PeeringPair> ReadAsync(Budget budget, CancellationToken cancellationToken)
    {
        PairEnd local = await this.EndAsync(Half.Local, budget, cancellationToken);
        PairEnd remote = await this.EndAsync(Half.Remote, budget, cancellationToken);
        if (local.Side?.PeeringState == "Connected" && remote.Side is null) remote = await this.SearchAsync(Half.Remote, cancellationToken);
        if (remote.Side?.PeeringState == "Connected" && local.Side is null) local = await this.SearchAsync(Half.Local, cancellationToken);
        return this.Build(local, remote);
    }

    private PeeringPair Build(PairEnd local, PairEnd remote)
    {
        PeeringPair pair = new PairBuilder(access.Clock, PairBuilder.ResourceManager, access.IsLab).BuildOriented(local, remote);
        pair.Differences = [.. _plan.Differences];
        pair.Changed = journal.HasWritten;
        return pair;
    }

    private async Task<PairEnd> EndAsync(Half half, Budget budget, CancellationToken cancellationToken)
    {
        PairEnd end = this.WithWrittenTags(half);
        if (end.Network is null) return end;
        ChangeStep? created = _plan.Steps.LastOrDefault(step => step.Half == half && step.Kind == StepKind.CreatePeering);
        ResourceId? id = created?.TargetId ?? (end.Side?.Name is string name ? end.Network.Id.Peering(name) : null);
        return id is null ? end : end with { Side = (await port.FindAsync(half, id, budget, cancellationToken))?.Side };
    }

    /// <summary>Our side says that the other one exists now: its operator was faster, under a name we do not know.</summary>
    private async Task<PairEnd> SearchAsync(Half half, CancellationToken cancellationToken)
    {
        NetworkView view = _plan.Facts[half];
        PairEnd end = this.WithWrittenTags(half);
        if (view.Network is null) return end;
        VirtualNetwork fresh = await view.Arm.GetVirtualNetworkAsync(view.Id, cancellationToken);
        return end with { Side = RemoteReading.Found(view.Id, fresh).ToEnd(_plan.Facts[half.Other()].Id).Side };
    }

    /// <summary>Tags are written and answered at once, so what was written is what is there.</summary>
    private PairEnd WithWrittenTags(Half half)
    {
        PairEnd end = _plan.Facts.End(half);
        JournalEntry[] written = [.. journal.Entries.Where(e => e.Step.IsTag && e.Step.Half == half && e.Fate == StepFate.Done)];
        if (end.Network is null || written.Length == 0) return end;
        Dictionary<string, string> tags = end.Network.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.OrdinalIgnoreCase);
        foreach (ChangeStep step in written.Select(entry => entry.Step))
        {
            if (step.TagAfter is null) _ = tags.Remove(step.TagName!);
            else tags[step.TagName!] = step.TagAfter;
        }

        return end with { Network = end.Network with { Tags = tags } };
    }
}
