using PeeringTools.Access;
using PeeringTools.Pairs;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Asks Azure for the effective routes and security groups of one machine in each subnet of some networks.</summary>
internal sealed class LiveReader(NetworkAccess access)
{
    /// <summary>Each answer is computed when asked for and takes seconds.</summary>
    private const int Parallelism = 8;

    /// <returns>The readings by the id of their network.</returns>
    public async Task<ILookup<string, LiveReading>> ReadAsync(Estate estate, IEnumerable<PeeringPair> pairs, CancellationToken cancellationToken)
    {
        HashSet<string> networks = new(pairs.SelectMany(pair => new[] { pair.Local, pair.Remote }).Select(side => side.VirtualNetworkId), StringComparer.OrdinalIgnoreCase);
        LiveReading[] asked = [.. Speakers(estate).Where(reading => networks.Contains(NetworkResources.NetworkIdOf(reading.SubnetId)))];
        LiveReading[] answers = await ParallelReads.AllAsync(asked, Parallelism, this.AskAsync, cancellationToken).ConfigureAwait(false);
        return answers.ToLookup(reading => NetworkResources.NetworkIdOf(reading.SubnetId), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<LiveReading> Speakers(Estate estate) => estate.NetworkInterfaces
        .Where(nic => nic.VirtualMachineId is not null && nic.Addresses.Count > 0)
        .GroupBy(nic => nic.Addresses[0].SubnetId, StringComparer.OrdinalIgnoreCase)
        .Select(subnet => new LiveReading(subnet.OrderBy(nic => nic.Id, StringComparer.OrdinalIgnoreCase).First(), subnet.Key));

    private async Task<LiveReading> AskAsync(LiveReading asked, CancellationToken cancellationToken)
    {
        try
        {
            IArmNetwork network = await access.ForAsync(asked.Interface.Id.Split('/')[2], cancellationToken).ConfigureAwait(false);
            Task<IReadOnlyList<EffectiveRoute>> routes = network.Surroundings.GetEffectiveRoutesAsync(asked.Interface.Id, cancellationToken);
            Task<IReadOnlyList<EffectiveSecurityGroup>> groups = network.Surroundings.GetEffectiveSecurityGroupsAsync(asked.Interface.Id, cancellationToken);
            await Task.WhenAll(routes, groups).ConfigureAwait(false);
            return asked with { Routes = await routes.ConfigureAwait(false), Groups = await groups.ConfigureAwait(false) };
        }
        catch (PeeringException refused) when (!ReadFailure.EndsTheRun(refused.Error))
        {
            return asked with { Problem = refused.Error };
        }
    }
}
