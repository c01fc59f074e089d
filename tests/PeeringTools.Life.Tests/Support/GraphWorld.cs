using System.Text.Json.Nodes;
using PeeringTools.Access;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Pairs;
using PeeringTools.Ports;

namespace PeeringTools.Life.Tests.Support;

/// <summary>An estate of the lab, read through the real pipeline from either source, on a clock that jumps.</summary>
internal sealed class GraphWorld : IDisposable
{
    public static readonly PairScope Live = PairScope.Everything;
    public static readonly PairScope Graph = new() { Source = PairBuilder.ResourceGraph };

    private readonly Wire _wire;
    private readonly ArmConnection _connection;

    public GraphWorld(string estate, int networks = 1000)
    {
        Lab = ArmLab.FromEstate(estate, new LabOptions { TimeProvider = Time }, networks);
        _wire = new Wire(Lab);
        LabPrincipal caller = Lab.Principals[0];
        GivenTokenCredential credential = new((tenant, _) => Task.FromResult(Lab.IssueToken(tenant ?? caller.Tenants[0], caller.Id)), Lab.Clock);
        Cloud cloud = Cloud.Of(new ConnectionRequest { Kind = CredentialKind.AccessToken });
        ArmAccess access = new()
        {
            Endpoint = cloud.Endpoint,
            Audience = cloud.Audience,
            Tokens = new TokenKeeper(credential, cloud.Audience + "/.default", Lab.Clock),
            Transport = Transport.Over(_wire),
            Clock = Lab.Clock,
        };
        _connection = new ArmConnection(access, caller.Tenants[0], []) { Source = "Lab", Environment = "LAB", IsLab = true };
    }

    public VirtualTime Time { get; } = new();

    public ArmLab Lab { get; }

    public SourceReporter Reporter { get; } = new();

    public PairScan Scan() => new(this.Access());

    public List<PeeringPair> Read(PairScope scope) => this.Read(this.Scan(), scope);

    /// <summary>Everything the scan gives, in the order of pair ids.</summary>
    public List<PeeringPair> Read(PairScan scan, PairScope scope) => Time.Run(async () =>
    {
        List<PeeringPair> pairs = [];
        await foreach (PeeringPair pair in scan.ReadAsync(scope, CancellationToken.None)) pairs.Add(pair);
        return pairs.OrderBy(pair => pair.PairId, StringComparer.Ordinal).ToList();
    });

    public void Check(Coverage coverage) => Time.Run(async () =>
    {
        await new CoverageCheck(this.Access()).RunAsync(coverage, PairScope.Everything, CancellationToken.None);
        return true;
    });

    /// <summary>The answers to queries to Resource Graph so far.</summary>
    public int[] Statuses() => [.. Lab.Ledger.Requests.Where(request => request.Method == "POST").Select(request => request.Status)];

    public void Put(string path, JsonObject body)
    {
        using HttpResponseMessage answer = Lab.Send("PUT", path + "?api-version=2024-05-01", body.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }

    public void Dispose() => _wire.Dispose();

    private NetworkAccess Access() => new([_connection], Reporter);
}

/// <summary>Keeps what a scan says, kind by kind.</summary>
internal sealed class SourceReporter : IReporter
{
    private readonly object _gate = new();

    public List<string> Lines { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<PeeringError> Errors { get; } = [];

    public void Verbose(string text)
    {
        lock (_gate) Lines.Add(text);
    }

    public void Warning(string text)
    {
        lock (_gate) Warnings.Add(text);
    }

    public void Error(PeeringError error)
    {
        lock (_gate) Errors.Add(error);
    }

    public void Progress(WorkProgress progress)
    {
    }
}
