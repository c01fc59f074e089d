using PeeringTools.Surroundings;

namespace PeeringTools.Fakes;

/// <content>What surrounds the networks.</content>
internal sealed partial class EstateSketch
{
    public EstateSketch Table(string name, params UserRoute[] routes) => this.Table(name, table => table with { Routes = routes });

    public EstateSketch Table(string name, Func<RouteTable, RouteTable> change)
    {
        string id = TableIdOf(name);
        _tables[id] = change(new RouteTable { Id = id, Name = name });
        return this;
    }

    /// <summary>A route to an appliance where an address is given, else to the next hop type in words.</summary>
    public static UserRoute Route(string name, string prefix, string next) => AddressPrefix.TryParse(next, out _)
        ? new UserRoute { Name = name, AddressPrefix = prefix, NextHopType = "VirtualAppliance", NextHopIpAddress = next }
        : new UserRoute { Name = name, AddressPrefix = prefix, NextHopType = next };

    public EstateSketch SecurityGroup(string name, params SecurityRule[] rules)
    {
        string id = SecurityGroupIdOf(name);
        _groups[id] = new NetworkSecurityGroup { Id = id, Name = name, SecurityRules = rules };
        return this;
    }

    /// <param name="name">Its name.</param>
    /// <param name="priority">The lowest that matches decides.</param>
    /// <param name="direction">Inbound or Outbound.</param>
    /// <param name="access">Allow or Deny.</param>
    /// <param name="source">A prefix, a tag or <c>*</c>.</param>
    /// <param name="destination">The same.</param>
    /// <param name="port">Destination port or range.</param>
    /// <param name="protocol">Tcp, Udp, Icmp or <c>*</c>.</param>
    public static SecurityRule Rule(
        string name, int priority, string direction, string access, string source = "*", string destination = "*", string port = "*", string protocol = "*") => new()
        {
            Name = name,
            Priority = priority,
            Direction = direction,
            Access = access,
            Protocol = protocol,
            SourceAddressPrefixes = [source],
            DestinationAddressPrefixes = [destination],
            SourcePortRanges = ["*"],
            DestinationPortRanges = [port],
        };

    public EstateSketch Interface(string name, string subnet, string address, Func<NetworkInterface, NetworkInterface>? change = null)
    {
        NetworkInterface drawn = new()
        {
            Id = InterfaceIdOf(name),
            Name = name,
            VirtualMachineId = Group + "Microsoft.Compute/virtualMachines/" + name,
            Addresses = [new InterfaceAddress { SubnetId = SubnetIdOf(subnet), PrivateIPAddress = address }],
        };
        _interfaces.Add(change?.Invoke(drawn) ?? drawn);
        return this;
    }

    /// <summary>A machine that forwards what is not for itself.</summary>
    public EstateSketch Appliance(string name, string subnet, string address) => this.Interface(name, subnet, address, nic => nic with { EnableIPForwarding = true });

    public EstateSketch PrivateEndpoint(string name, string subnet, string address) =>
        this.Interface(name, subnet, address, nic => nic with { VirtualMachineId = null, PrivateEndpointId = NetworkProvider + "privateEndpoints/" + name });

    public EstateSketch Firewall(string name, string subnet, string address)
    {
        _firewalls.Add(new AzureFirewall
        {
            Id = NetworkProvider + "azureFirewalls/" + name,
            Name = name,
            Addresses = [new InterfaceAddress { SubnetId = SubnetIdOf(subnet), PrivateIPAddress = address }],
        });
        return this;
    }

    public EstateSketch LoadBalancer(string name, string subnet, string address, params string[] interfaces)
    {
        _balancers.Add(new LoadBalancer
        {
            Id = NetworkProvider + "loadBalancers/" + name,
            Name = name,
            Frontends = [new InterfaceAddress { SubnetId = SubnetIdOf(subnet), PrivateIPAddress = address }],
            BackendInterfaceIds = [.. interfaces.Select(InterfaceIdOf)],
        });
        return this;
    }

    /// <summary>A VPN gateway whose connections name these prefixes; its network gets the mark of a real gateway.</summary>
    public EstateSketch Gateway(string name, string network, params string[] prefixes) => this.Gateway(name, network, gateway => gateway with { StaticPrefixes = prefixes });

    public EstateSketch Gateway(string name, string network, Func<NetworkGateway, NetworkGateway> change)
    {
        _gateways.Add(change(new NetworkGateway
        {
            Id = GatewayIdOf(name),
            Name = name,
            VirtualNetworkId = IdOf(network),
            GatewayType = "Vpn",
            ProvisioningState = "Succeeded",
        }));
        return this.With(network, n => n with { GatewayIds = [.. n.GatewayIds, GatewayIdOf(name)] });
    }

    public EstateSketch Mesh(string name, bool isGlobal, params string[] networks)
    {
        _meshes.Add(new ConnectedGroup { Id = NetworkProvider + "networkManagers/manager/connectedGroups/" + name, IsGlobal = isGlobal, Members = [.. networks.Select(IdOf)] });
        return this;
    }

    public EstateSketch Zone(string name, params string[] networks)
    {
        _zones.Add(new PrivateDnsZone
        {
            Id = NetworkProvider + "privateDnsZones/" + name,
            Name = name,
            LinkedVirtualNetworkIds = [.. networks.Select(n => IdOf(n).Text)],
        });
        return this;
    }

    /// <summary>Marks kinds as denied.</summary>
    public EstateSketch Unread(SurroundingKinds kinds)
    {
        _unread.Add(new UnreadSurrounding(kinds, Subscription, PeeringError.Of(nameof(Errors.AccessDenied), null, kinds, "no")));
        return this;
    }
}
