using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>What Azure says of one running machine's interface.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="SubnetId">The subnet it speaks for.</param>
internal sealed record LiveReading(NetworkInterface Interface, string SubnetId)
{
    public IReadOnlyList<EffectiveRoute> Routes { get; init; } = [];

    public IReadOnlyList<EffectiveSecurityGroup> Groups { get; init; } = [];

    /// <summary>Why there is no answer, most often because the machine does not run; null where there is one.</summary>
    public PeeringError? Problem { get; init; }
}
