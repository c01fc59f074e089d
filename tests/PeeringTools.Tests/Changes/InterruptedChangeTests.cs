using System.Management.Automation;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Changes;

/// <summary>Ctrl+C while New-PeeringPair writes.</summary>
public sealed class InterruptedChangeTests : ChangeTest
{
    [Fact]
    public async Task After_a_stop_one_read_leaves_at_most_and_the_words_name_the_side_that_exists()
    {
        using EngineSession watcher = EngineSession.WithModule();
        this.Session.Run("Set-PeeringLab -Latency 0:0:1").Clean();
        Task<ScriptRun> running = Task.Run(() => this.Session.Run("New-PeeringPair $args[0] $args[1]", this.Spoke, this.Hub), TestContext.Current.CancellationToken);
        while (!Requests(watcher).Any(request => request.StartsWith("PUT ", StringComparison.Ordinal) && request.Contains("vnet-hub/virtualNetworkPeerings", StringComparison.Ordinal)))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        int then = Requests(watcher).Count;

        this.Session.Stop();
        ScriptRun run = await running;

        Assert.Equal(PSInvocationState.Stopped, run.State);
        Assert.InRange(Requests(watcher).Count - then, 0, 1);
        ErrorRecord told = Assert.IsType<ErrorRecord>(Assert.Single(this.Session.Run("Get-PeeringAccount -LastInterrupted").Clean()).BaseObject);
        Assert.StartsWith("PeeringInterrupted", told.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("vnet-spoke-13", told.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-PeeringPair", told.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
