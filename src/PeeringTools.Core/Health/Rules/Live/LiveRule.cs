using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>A rule about what Azure says of running machines. It is asked only where somebody wanted to know (-Live).</summary>
internal abstract class LiveRule(string id) : HealthRule(id, PeeringSeverity.Warning, SurroundingKinds.NetworkInterfaces)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides)
        {
            LiveReading[] readings = [.. pair.Live![side.Side.VirtualNetworkId]];
            if (Array.Find(readings, reading => reading.Problem is not null) is LiveReading silent)
                yield return new SkippedOutcome(PeeringSkipReason.NotModelled, Wording.Fill(HealthTexts.SkippedNoAnswer, silent.Interface.Name, silent.Problem!.Message));
            foreach (LiveReading reading in readings.Where(reading => reading.Problem is null))
            {
                string[] differences = [.. this.Differences(pair, side, reading)];
                if (differences.Length == 0) continue;
                yield return new FoundOutcome(side.Direction)
                {
                    Arguments = [reading.Interface.Name, pair.Other(side).Name],
                    Evidence = [Evidence.Line("interface", reading.Interface.Id), .. Evidence.List("difference", differences)],
                    Remediation = this.Remediation(reading),
                };
            }
        }
    }

    /// <summary>Where Azure and the model say different things, a line each.</summary>
    private protected abstract IEnumerable<string> Differences(PairCase pair, CaseSide side, LiveReading reading);

    private protected abstract string Remediation(LiveReading reading);

    /// <summary>What only one of the two says.</summary>
    private protected static IEnumerable<string> Compare(IReadOnlyCollection<string> live, IReadOnlyCollection<string> predicted) =>
        live.Except(predicted, StringComparer.OrdinalIgnoreCase).Select(only => Wording.Fill(HealthTexts.OnlyLive, only))
            .Concat(predicted.Except(live, StringComparer.OrdinalIgnoreCase).Select(only => Wording.Fill(HealthTexts.OnlyPredicted, only)));
}
