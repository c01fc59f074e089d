using PeeringTools.Access;
using PeeringTools.Pairs;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>Reads single kinds in one subscription. Each read gives an estate with that kind alone, or with the reason why it is unread.</summary>
internal sealed class KindReader(NetworkAccess access, ReadRights rights, string subscriptionId)
{
    private static readonly string[] ZoneActions =
        ["Microsoft.Network/privateDnsZones/read", "Microsoft.Network/privateDnsZones/virtualNetworkLinks/read"];

    public Task<Estate> ReadPrivateDnsZonesAsync(CancellationToken cancellationToken) => this.ListAsync(
        SurroundingKinds.PrivateDnsZones, (arm, stop) => arm.ListPrivateDnsZonesAsync(subscriptionId, stop),
        zones => new Estate { PrivateDnsZones = zones }, _ => false, ZoneActions, cancellationToken);

    /// <summary>Reads one list.</summary>
    /// <param name="kind">What it is of.</param>
    /// <param name="list">Asks for it.</param>
    /// <param name="toEstate">Keeps what matters of it.</param>
    /// <param name="isProvenWhole">True where the list itself shows that nothing is missing, which spares the question for rights.</param>
    /// <param name="actions">The rights at the subscription with which nothing is left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Estate> ListAsync<T>(
        SurroundingKinds kind,
        Func<IArmSurroundings, CancellationToken, Task<IReadOnlyList<T>>> list,
        Func<IReadOnlyList<T>, Estate> toEstate,
        Func<Estate, bool> isProvenWhole,
        string[] actions,
        CancellationToken cancellationToken) => this.ReadAsync(
            kind,
            async (arm, stop) =>
            {
                Estate found = toEstate(await list(arm, stop).ConfigureAwait(false));
                if (isProvenWhole(found)) return found;
                // What came is kept all the same: some of it is better than none, as long as it is not taken for all.
                PeeringError? problem = await this.DoubtAsync(actions, stop).ConfigureAwait(false);
                return problem is null ? found : found with { Unread = [new UnreadSurrounding(kind, subscriptionId, problem)] };
            },
            cancellationToken);

    /// <summary>Reads anything of a kind; a failure is written down as unread.</summary>
    public async Task<Estate> ReadAsync(
        SurroundingKinds kind, Func<IArmSurroundings, CancellationToken, Task<Estate>> read, CancellationToken cancellationToken)
    {
        try
        {
            IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
            return await read(network.Surroundings, cancellationToken).ConfigureAwait(false);
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            return new Estate { Unread = [new UnreadSurrounding(kind, subscriptionId, failure.Error)] };
        }
    }

    /// <summary>Rights that cannot be read leave it open whether the list is whole.</summary>
    private async Task<PeeringError?> DoubtAsync(string[] actions, CancellationToken cancellationToken)
    {
        try
        {
            return await rights.ProblemAsync(subscriptionId, actions, cancellationToken).ConfigureAwait(false);
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            return failure.Error;
        }
    }
}
