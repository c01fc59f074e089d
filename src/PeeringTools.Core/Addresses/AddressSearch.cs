using PeeringTools.Surroundings;

namespace PeeringTools.Addresses;

/// <summary>The search for free prefixes of one length in some ranges.</summary>
internal sealed class AddressSearch
{
    private readonly AddressPrefix[] _ranges;
    private readonly AddressPrefix[] _excluded;
    private readonly int _length;

    /// <exception cref="PeeringException">InvalidInput: a text is no prefix, or a range is longer than what is looked for in it.</exception>
    public AddressSearch(IEnumerable<string> ranges, int length, IEnumerable<string> excluded)
    {
        (_ranges, _excluded, _length) = ([.. ranges.Select(PrefixInput.Read)], [.. excluded.Select(PrefixInput.Read)], length);
        foreach (AddressPrefix range in _ranges)
        {
            if (range.Length > length || length > (range.IsIPv6 ? 128 : 32))
                throw PeeringException.Of(nameof(Errors.InvalidInput), null, Wording.Fill(AddressTexts.LengthDoesNotFit, length, range));
        }
    }

    public IEnumerable<PeeringAddressPrefix> Free(Estate estate)
    {
        UsedSpace used = new([.. Taken(estate), .. _excluded]);
        return
            from range in _ranges
            from free in used.Free(range, _length)
            select new PeeringAddressPrefix { AddressPrefix = free.ToString(), Within = range.ToString(), Networks = estate.Networks.Count };
    }

    /// <summary>Where more may be taken than anybody can read.</summary>
    public static IEnumerable<string> Doubts(Estate estate) =>
    [
        .. estate.Gateways.Where(gateway => gateway.LearnsRoutes).Select(gateway => Wording.Fill(AddressTexts.GatewayLearns, gateway.Name, gateway.VirtualNetworkId.Name)),
        .. estate.Unread.Select(unread => Wording.Fill(AddressTexts.NotRead, unread.Kind, unread.SubscriptionId, unread.Problem.Message)),
    ];

    /// <summary>A peering's prefixes count too: after a resize the old ones are in force until the sync.</summary>
    private static IEnumerable<AddressPrefix> Taken(Estate estate) =>
        estate.Networks.Values.SelectMany(network => network.AddressPrefixes.Concat(network.Peerings.SelectMany(side => side.RemoteAddressSpace)))
            .Concat(estate.Gateways.SelectMany(gateway => gateway.StaticPrefixes))
            .Select(text => AddressPrefix.TryParse(text, out AddressPrefix prefix) ? prefix : (AddressPrefix?)null)
            .OfType<AddressPrefix>();
}
