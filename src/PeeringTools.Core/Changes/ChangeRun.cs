using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>
/// Carries out many requests of one command in two phases: everything is read, planned and checked first, the caller
/// confirms each plan on its own thread, and only then is anything written.
/// </summary>
internal sealed class ChangeRun
{
    private readonly NetworkAccess _access;
    private readonly ChangeOptions _options;
    private readonly NetworkGate _gate;
    private readonly InterruptionLog _log;
    private readonly long _start;

    public ChangeRun(NetworkAccess access, ChangeOptions? options = null, NetworkGate? gate = null, InterruptionLog? log = null)
    {
        _access = access;
        _options = options ?? new ChangeOptions();
        _gate = gate ?? NetworkGate.For(access.Connections[0]);
        _log = log ?? InterruptionLog.Process;
        _start = access.Clock.GetTimestamp();
    }

    /// <summary>Has the last word on every plan; null lets all go ahead.</summary>
    public IChangeGuard? Guard { get; set; }

    /// <summary>What the caller wants held against every plan besides the checks that always are.</summary>
    public IReadOnlyList<IPreflightGate> Gates { get; set; } = [];

    public NetworkAccess Access => _access;

    /// <summary>What a stop left unfinished in this run; empty where nothing was begun, whatever earlier runs left.</summary>
    public IReadOnlyList<PeeringError> Unfinished { get; private set; } = [];

    /// <summary>A request for every pair of some networks, for a command that is given networks and means all their pairs.</summary>
    /// <param name="networks">The networks; a pair of two of them is asked for once.</param>
    /// <param name="ask">Makes the request from the network given and the one it is peered with.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<PeeringRequest>> EveryPairOfAsync(
        IEnumerable<ResourceId> networks, Func<ResourceId, ResourceId, PeeringRequest> ask, CancellationToken cancellationToken)
    {
        List<PeeringRequest> requests = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ResourceId network in networks)
        {
            IArmNetwork arm = await _access.ForAsync(network.SubscriptionId, cancellationToken);
            VirtualNetwork read = await arm.GetVirtualNetworkAsync(network, cancellationToken);
            foreach (PeeringSide side in read.Peerings)
            {
                if (!ResourceId.TryParse(side.RemoteVirtualNetworkId, out ResourceId? peer, out _)) continue;
                PeeringRequest request = ask(read.Id, peer);
                if (seen.Add(request.PairId)) requests.Add(request);
            }
        }

        return requests;
    }

    /// <summary>Plans every request against the estate and the rows before it. Writes nothing.</summary>
    /// <returns>A plan per request, in input order; one that may not be carried out says why.</returns>
    public async Task<IReadOnlyList<ChangePlan>> PlanAsync(IReadOnlyList<PeeringRequest> requests, CancellationToken cancellationToken)
    {
        NetworkReader reader = new(_access);
        PeeringPlanner planner = new(_access, reader, Gates);
        await reader.ReadAheadAsync(requests.SelectMany(request => new[] { request.LocalId, request.RemoteId }), cancellationToken);
        PairView[] facts = await this.ReadAllAsync(planner, requests, cancellationToken);
        foreach (IPreflightGate gate in Gates) await gate.LookAroundAsync(_access, facts, cancellationToken);
        RunEstate estate = new();
        List<ChangePlan> plans = [];
        for (int i = 0; i < requests.Count; i++)
        {
            plans.Add(estate.TryClaim(requests[i].PairId)
                ? planner.Plan(requests[i], facts[i], estate)
                : new ChangePlan { Request = requests[i], Facts = facts[i], Problems = [PairProblems.Twice(requests[i])] });
        }

        return plans;
    }

    /// <summary>
    /// Carries out the plans: those of unrelated networks side by side, those that meet in a network one after the other.
    /// A blocked plan is given back with its problems.
    /// </summary>
    /// <returns>An outcome per plan, in input order, each as soon as it and those before it are known.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped; every outcome was given back before.</exception>
    public async IAsyncEnumerable<ChangeOutcome> ExecuteAsync(
        IReadOnlyList<ChangePlan> plans, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (plans.Any(IsToBegin)) Guard?.Begin();
        Slots slots = new(_options.ThrottleLimit);
        RunProgress progress = new(_access, plans);
        List<ChangeOutcome> given = [];
        // All tickets are taken before the first wait, so that rows of one hub go in input order.
        Task<ChangeOutcome>[] running =
            [.. plans.Select(plan => (plan, ticket: this.Enter(plan))).ToArray().Select(row => this.RunAsync(row.plan, row.ticket, slots, progress, stop.Token))];
        try
        {
            foreach (Task<ChangeOutcome> one in running)
            {
                given.Add(await one);
                yield return given[given.Count - 1];
            }

            progress.Summarise(given);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // A consumer that leaves early, as Select-Object -First does, must not leave a write behind.
            stop.Cancel();
            ChangeOutcome[] all = await this.LastWord.EndAsync(running);
            Unfinished = [.. all.Where(outcome => outcome.Interrupted).SelectMany(outcome => outcome.Errors)];
            if (Unfinished.Count > 0) _log.Replace(Unfinished);
        }
    }

    private async Task<ChangeOutcome> RunAsync(
        ChangePlan plan, GateTicket? ticket, Slots slots, RunProgress progress, CancellationToken cancellationToken)
    {
        ChangeOutcome outcome = await this.RunOneAsync(plan, ticket, slots, cancellationToken);
        progress.Finish(outcome);
        return outcome;
    }

    private async Task<ChangeOutcome> RunOneAsync(
        ChangePlan plan, GateTicket? ticket, Slots slots, CancellationToken cancellationToken)
    {
        if (plan.IsBlocked) return Outcomes.Blocked(plan);
        Outcomes outcomes = new(_access, _options);
        if (ticket is null) return await outcomes.OfAsync(new ChangeJournal(plan), this.NewBudget(), cancellationToken);
        ChangeJournal journal;
        Budget budget;
        try
        {
            using (ticket)
            {
                await ticket.WaitAsync(cancellationToken);
                using IDisposable slot = await slots.TakeAsync(cancellationToken);
                if (await this.LastWord.HoldAsync(plan, cancellationToken) is ChangeOutcome held) return held;
                budget = this.NewBudget();
                journal = await new PlanExecutor(_access, _options).WriteAsync(plan, budget, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Outcomes.NotStarted(plan);
        }

        return this.LastWord.Tell(await outcomes.OfAsync(journal, budget, cancellationToken));
    }

    private LastWord LastWord => new(Guard, () => _access.Clock.GetElapsedTime(_start) >= _options.TimeBudget);

    private Budget NewBudget() => new(_access.Clock, _options.Timeout);

    private GateTicket? Enter(ChangePlan plan) =>
        IsToBegin(plan) ? _gate.Enter(plan.Request.LocalId, plan.Request.RemoteId) : null;

    private static bool IsToBegin(ChangePlan plan) => !plan.IsBlocked && plan.Steps.Count > 0;

    private async Task<PairView[]> ReadAllAsync(
        PeeringPlanner planner, IReadOnlyList<PeeringRequest> requests, CancellationToken cancellationToken)
    {
        Slots slots = new(_options.ThrottleLimit);
        return await Task.WhenAll(requests.Select(async request =>
        {
            using IDisposable slot = await slots.TakeAsync(cancellationToken);
            return await planner.ReadAsync(request, cancellationToken);
        }));
    }
}
