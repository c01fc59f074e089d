using PeeringTools.Access;
using PeeringTools.Connections;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Pipeline;

/// <summary>
/// A cmdlet that looks at many pairs and what surrounds them. Pairs out of an inventory are taken as they are and need no connection.
/// </summary>
public abstract class EstateCommand : ScopeCommand
{
    /// <summary>True where everything to look at is written down already.</summary>
    private bool IsInventory => OnlyPairs.Count > 0 && OnlyPairs.All(IsWritten);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What the pipeline brings decides whether there is anything to connect for.
        if (!MyInvocation.ExpectingInput) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!this.Asked().Any()) return;
        if (MyInvocation.ExpectingInput && !IsInventory) base.BeginProcessing();
        this.Run(this.LookAsync);
    }

    /// <summary>The work, once it is known what to look at.</summary>
    internal abstract Task LookAsync(PipelineWorker worker);

    /// <summary>The connection's clock, or the session's where nothing had to be connected for.</summary>
    internal TimeProvider Clock => Connections.Count > 0 ? Connections[0].Clock : SessionClock.Current;

    /// <summary>Reads the pairs and what surrounds them, and says whether all that was asked for is there. What was written down has no surroundings.</summary>
    internal async IAsyncEnumerable<(EstateReading Reading, bool IsWhole)> ReadAsync(PipelineWorker worker, SurroundingKinds kinds)
    {
        if (IsInventory)
        {
            yield return (new EstateReading(new Estate(), OnlyPairs, new Coverage()), true);
            yield break;
        }

        NetworkAccess access = new(Connections, worker);
        foreach (AskedPairs asked in this.Asked())
        {
            EstateReading reading = await new EstateReader(access).ReadAsync(asked.Scope, kinds, worker.Stopping).ConfigureAwait(false);
            PeeringPair[] chosen = [.. asked.Choose(reading.Pairs, worker)];
            // Before the answer: what a list may have left out is known only by the rights to it.
            if (asked.IsEstate) await new CoverageReport(access, worker).WriteAsync(reading.Coverage, asked.Scope).ConfigureAwait(false);
            yield return (reading with { Pairs = chosen }, asked.IsAnsweredBy(reading, chosen.Length));
        }
    }

    private static bool IsWritten(PeeringPair pair) => pair.Source.EndsWith(PairBuilder.Inventory, StringComparison.Ordinal);
}
