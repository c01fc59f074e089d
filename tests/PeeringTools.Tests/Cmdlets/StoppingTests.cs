using System.Diagnostics;
using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>A pipeline that has enough, Ctrl+C, and pipelines side by side.</summary>
public sealed class StoppingTests : LabTest
{
    /// <summary>Many more than can be on their way to a pipeline that takes nothing yet: 256 pairs, and the lists that are being read.</summary>
    private const int Subscriptions = 400;

    [Fact]
    public void When_a_later_command_has_enough_no_request_leaves_any_more()
    {
        using EstateFile estate = EstateFile.Wide(Subscriptions);
        Start(estate);

        ScriptRun run = Session.Run("Get-PeeringPair | Select-Start");

        Assert.Single(run.Clean());
        int then = Requests().Count;
        Assert.InRange(then, 1, Subscriptions - 1);
        Assert.Equal(2, Session.Run("Get-PeeringAccount; Get-PeeringAccount").Clean().Count);
        Assert.Equal(then, Requests().Count);
    }

    [Fact]
    public void The_script_around_a_pipeline_that_had_enough_goes_on()
    {
        Start("HubSpoke");

        Assert.Equal(2, Session.Run("Get-PeeringPair | Select-Start; Get-PeeringPair -VirtualNetworkId (Get-PeeringPair)[0].Local | Select-Start").Clean().Count);
    }

    [Fact]
    public async Task Stop_ends_a_slow_read_at_once_and_nothing_more_is_sent()
    {
        using EngineSession watcher = EngineSession.WithModule();
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -Latency 1:00:00").Clean();
        Task<ScriptRun> running = Task.Run(() => Session.Run("Get-PeeringPair"), TestContext.Current.CancellationToken);
        while (Requests(watcher).Count == 0) await Task.Yield();

        Stopwatch watch = Stopwatch.StartNew();
        Session.Stop();
        ScriptRun run = await running;

        Assert.Equal(PSInvocationState.Stopped, run.State);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
        Assert.Single(Requests());
        Session.Run("Set-PeeringLab -Latency 0:0:0").Clean();
        Assert.Equal(12, Pairs("Get-PeeringPair").Count);
    }

    [Fact]
    public void Parallel_pieces_use_the_connection_they_are_handed()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run(
            """
            $connection = Get-PeeringAccount
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel { Import-Module $using:args; (Get-PeeringPair -Connection $using:connection).Count }
            """, Repository.Manifest);

        Assert.Equal([12, 12, 12, 12], run.Clean().Select(count => (int)count.BaseObject));
    }

    [Fact]
    public void Pairs_pass_into_parallel_pieces_and_bind_there()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run(
            """
            $connection = Get-PeeringAccount
            Get-PeeringPair | ForEach-Object -ThrottleLimit 2 -Parallel { Import-Module $using:args; ($_ | Get-PeeringPair -Connection $using:connection).PairId }
            """, Repository.Manifest);

        Assert.Equal(12, run.Clean().Select(id => id.ToString()).Distinct().Count());
    }
}
