using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Finds the address that stands for a network, a subnet, an interface or an address as such.</summary>
internal sealed class PathEnds(RoutingModel model)
{
    /// <summary>Azure keeps the first four addresses of every subnet.</summary>
    private const uint FirstUsable = 4;

    private static readonly string[] Platform = [Subnet.Gateway, Subnet.Firewall, Subnet.FirewallManagement, Subnet.RouteServer, Subnet.Bastion];

    /// <param name="text">An id or an address.</param>
    /// <param name="near">The network to look from when two networks have the same address; null where there is none.</param>
    /// <param name="isIPv6">Which family to take from a network that has both.</param>
    /// <exception cref="PeeringException">It is neither an address nor anything that was read, or it holds no address.</exception>
    public PathEnd Find(string text, ResourceId? near, bool isIPv6)
    {
        if (AddressPrefix.TryParse(text, out AddressPrefix address) && address.IsAddress) return this.At(text, address, near);
        if (model.PlaceOf(text) is SubnetPlace place) return this.In(text, [place], isIPv6);
        if (model.Estate.NetworkInterfaces.FirstOrDefault(n => n.Id.Equals(text, StringComparison.OrdinalIgnoreCase)) is NetworkInterface nic)
        {
            return this.Of(nic, text, isIPv6) ?? throw Unknown(text);
        }

        return ResourceId.TryParse(text, out ResourceId? id, out _) && model.Estate.Networks.TryGetValue(id.VirtualNetwork, out VirtualNetwork? network)
            ? this.In(text, network.Subnets.Where(s => !Platform.Contains(s.Name, StringComparer.OrdinalIgnoreCase)).Select(s => new SubnetPlace(network, s)), isIPv6)
            : throw Unknown(text);
    }

    private PathEnd At(string text, AddressPrefix address, ResourceId? near)
    {
        ResourceId? home = near is null ? null : model.HomeOf(address, near);
        SubnetPlace[] places = home is null
            ? [.. model.Estate.Networks.Keys.Select(id => model.SubnetOf(address, id)).OfType<SubnetPlace>()]
            : [.. new[] { model.SubnetOf(address, home) }.OfType<SubnetPlace>()];
        if (places.Length > 1) throw new PeeringException(PeeringError.Of(nameof(Errors.PathEndAmbiguous), null, text, string.Join(", ", places.AsEnumerable())));
        return new PathEnd { Asked = text, Address = address, Place = places.FirstOrDefault() };
    }

    /// <summary>A machine that is there stands for its network; without one the first free address does.</summary>
    private PathEnd In(string text, IEnumerable<SubnetPlace> places, bool isIPv6)
    {
        SubnetPlace[] all = [.. places];
        HashSet<string> ids = new(all.Select(p => p.Subnet.Id), StringComparer.OrdinalIgnoreCase);
        IEnumerable<NetworkInterface> machines = model.Estate.NetworkInterfaces
            .Where(n => n is { VirtualMachineId: not null, EnableIPForwarding: false } && n.Addresses.Any(a => ids.Contains(a.SubnetId)));
        PathEnd? machine = machines.Select(n => this.Of(n, text, isIPv6)).FirstOrDefault(end => end is not null);
        return machine ?? all.Select(p => FirstFree(text, p, isIPv6)).FirstOrDefault(end => end is not null) ?? throw Unknown(text);
    }

    private PathEnd? Of(NetworkInterface nic, string text, bool isIPv6) => (
        from at in nic.Addresses
        from address in Prefixes.Read([at.PrivateIPAddress ?? ""])
        where address.IsIPv6 == isIPv6
        select new PathEnd
        {
            Asked = text,
            Address = address,
            Place = model.PlaceOf(at.SubnetId),
            Choice = Wording.Fill(RoutingTexts.EndInterface, nic.Name, address.Address),
        }).FirstOrDefault();

    private static PathEnd? FirstFree(string text, SubnetPlace place, bool isIPv6) => Prefixes.Read(place.Subnet.AddressPrefixes)
        .Where(p => p.IsIPv6 == isIPv6)
        .Select(p => new PathEnd
        {
            Asked = text,
            Address = p.AddressAt(FirstUsable),
            Place = place,
            Choice = Wording.Fill(RoutingTexts.EndFree, p.AddressAt(FirstUsable).Address, place),
        })
        .FirstOrDefault();

    private static PeeringException Unknown(string text) => new(PeeringError.Of(nameof(Errors.PathEndUnknown), null, text));
}
