using PeeringTools.Access;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Reads the estate that a question about routes needs: the networks it names with their peers, or a scope where an address may be anywhere.</summary>
internal sealed class RoutingReader(NetworkAccess access)
{
    private readonly Dictionary<string, IReadOnlyList<NetworkInterface>> _interfaces = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="ends">Ids of networks, subnets and interfaces, and addresses.</param>
    /// <param name="subscriptionIds">Where to look for addresses; empty for the connection's default ones.</param>
    /// <param name="kinds">What to read around the networks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<EstateReading> ReadAsync(
        IEnumerable<string> ends, IReadOnlyList<string> subscriptionIds, SurroundingKinds kinds, CancellationToken cancellationToken)
    {
        List<ResourceId> networks = [];
        bool isAnywhere = subscriptionIds.Count > 0;
        foreach (string end in ends)
        {
            if (await this.NetworkOfAsync(end, cancellationToken).ConfigureAwait(false) is ResourceId network) networks.Add(network);
            else isAnywhere = true;
        }

        EstateReader reader = new(access);
        return isAnywhere
            ? await reader.ReadAsync(new PairScope { SubscriptionIds = [.. subscriptionIds] }, kinds, cancellationToken).ConfigureAwait(false)
            : await reader.ReadAsync(networks.Distinct(), kinds, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The interface of this id, read live.</summary>
    /// <exception cref="PeeringException">There is none, or it may not be read.</exception>
    public async Task<NetworkInterface> GetInterfaceAsync(string id, CancellationToken cancellationToken)
    {
        string subscription = EndIds.SubscriptionOf(id)!;
        if (!_interfaces.TryGetValue(subscription, out IReadOnlyList<NetworkInterface>? found))
        {
            IArmNetwork network = await access.ForAsync(subscription, cancellationToken).ConfigureAwait(false);
            _interfaces[subscription] = found = await network.Surroundings.ListNetworkInterfacesAsync(subscription, cancellationToken).ConfigureAwait(false);
        }

        return found.FirstOrDefault(n => n.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) ?? throw PeeringException.Of(nameof(Errors.PathEndUnknown), null, id);
    }

    /// <summary>The route table of this id, which no subnet need have yet.</summary>
    /// <exception cref="PeeringException">There is none, or it may not be read.</exception>
    public async Task<RouteTable> GetTableAsync(string id, CancellationToken cancellationToken)
    {
        IReadOnlyList<RouteTable> found = [];
        if (EndIds.SubscriptionOf(id) is string subscription)
        {
            IArmNetwork network = await access.ForAsync(subscription, cancellationToken).ConfigureAwait(false);
            found = await network.Surroundings.ListRouteTablesAsync(subscription, cancellationToken).ConfigureAwait(false);
        }

        return found.FirstOrDefault(table => table.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw PeeringException.Of(nameof(Errors.InvalidInput), id, Wording.Fill(RoutingTexts.NoTable, id));
    }

    private async Task<ResourceId?> NetworkOfAsync(string end, CancellationToken cancellationToken)
    {
        if (!EndIds.IsInterface(end)) return EndIds.NetworkOf(end);
        NetworkInterface nic = await this.GetInterfaceAsync(end, cancellationToken).ConfigureAwait(false);
        return nic.Addresses.Count == 0 ? null : EndIds.NetworkOf(nic.Addresses[0].SubnetId);
    }
}
