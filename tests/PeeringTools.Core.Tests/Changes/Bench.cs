using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Changes;

/// <summary>One small estate with a clock that waits for nobody, and the ways these tests use it.</summary>
internal sealed class Bench : IDisposable
{
    public Bench()
    {
        Azure = new FaultyNetwork(Fake, Clock);
        Connection = new FaultyConnection(Azure) { Clock = Clock };
        Hub = Fake.Add("hub", "10.0.0.0/16");
        Spoke = Fake.Add("spoke", "10.1.0.0/16");
    }

    public SimulatedTime Clock { get; } = new();

    public FakeArmNetwork Fake { get; } = new();

    public FaultyNetwork Azure { get; }

    public FaultyConnection Connection { get; }

    public RecordingReporter Reporter { get; } = new();

    public NetworkGate Gate { get; } = new();

    public InterruptionLog Log { get; } = new();

    /// <summary>Ctrl+C.</summary>
    public CancellationTokenSource Stop { get; } = new();

    public ChangeOptions Options { get; set; } = new() { Jitter = () => 0.5 };

    public IReadOnlyList<IPreflightGate> Gates { get; set; } = [];

    public FakeNetwork Hub { get; }

    public FakeNetwork Spoke { get; }

    public PeeringSide? HubSide => Hub.SideTo(Spoke.Id);

    public PeeringSide? SpokeSide => Spoke.SideTo(Hub.Id);

    public PeeringRequest Request(ChangeKind kind, FakeNetwork? local = null, FakeNetwork? remote = null) =>
        new() { Kind = kind, LocalId = (local ?? Hub).Id, RemoteId = (remote ?? Spoke).Id };

    public ChangeRun NewRun() => new(new NetworkAccess([Connection], Reporter), Options, Gate, Log) { Gates = Gates };

    public IReadOnlyList<ChangePlan> Plan(params PeeringRequest[] requests) =>
        Clock.Run(() => this.NewRun().PlanAsync(requests, CancellationToken.None));

    public ChangePlan PlanOne(PeeringRequest request) => this.Plan(request)[0];

    /// <summary>Plans and carries out; a stopped run gives what it gave before it was stopped.</summary>
    public IReadOnlyList<ChangeOutcome> Execute(IReadOnlyList<PeeringRequest> requests)
    {
        IReadOnlyList<ChangePlan> plans = this.Plan([.. requests]);
        return this.Execute(plans);
    }

    public IReadOnlyList<ChangeOutcome> Execute(IReadOnlyList<ChangePlan> plans)
    {
        List<ChangeOutcome> outcomes = [];
        return Clock.Run(async () =>
        {
            try
            {
                await foreach (ChangeOutcome outcome in this.NewRun().ExecuteAsync(plans, Stop.Token)) outcomes.Add(outcome);
            }
            catch (OperationCanceledException) when (Stop.IsCancellationRequested)
            {
                // What was given before is what the test looks at.
            }

            return (IReadOnlyList<ChangeOutcome>)outcomes;
        });
    }

    public ChangeOutcome ExecuteOne(PeeringRequest request) =>
        this.Execute([request])[0];

    /// <summary>The ids of a plan's problems.</summary>
    public string[] Problems(PeeringRequest request) => [.. this.PlanOne(request).Problems.Select(problem => problem.Id)];

    public void Dispose() => Stop.Dispose();
}
