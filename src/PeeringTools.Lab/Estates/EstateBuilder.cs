using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>Small words to write estates in; every id follows from a name, so an estate is the same in every run.</summary>
internal sealed class EstateBuilder
{
    public const string Region = "westeurope";

    public EstateBuilder(Estate estate)
    {
        Estate = estate;
        Home = estate.Tenant(Estate.DefaultTenantId, "Contoso").TenantId;
    }

    public Estate Estate { get; }

    public string Home { get; }

    public static string SubscriptionId(string name) => IdSource.Named("subscription/" + name).ToString();

    public Subscription Subscription(string name, string? tenant = null) => Estate.Subscription(SubscriptionId(name), name, tenant ?? Home);

    public static ResourceGroup Group(Subscription subscription, string name, string region = Region) => State.Estate.Group(subscription, name, region);

    public VirtualNetwork Network(ResourceGroup group, string name, string prefix, string? region = null, params (string Name, string Prefix)[] subnets)
    {
        VirtualNetwork network = Estate.Add(group, name, region ?? group.Location, IdSource.Named($"{group.Id}/{name}"));
        network.AddressSpace = new AddressSpace(prefix.Split(','));
        network.Subnets.AddRange(subnets.Select(s => new Subnet(network, s.Name) { Prefixes = new AddressSpace([s.Prefix]) }));
        return network;
    }

    /// <summary>A network of the estate by its name, which estates use once.</summary>
    public VirtualNetwork Find(string name) => Estate.Subscriptions.Values.SelectMany(s => s.Networks).First(n => n.Name == name);

    /// <summary>Creates one half as a PUT would.</summary>
    public Peering Half(VirtualNetwork from, VirtualNetwork to, string? name = null, Action<PeeringFlags>? flags = null)
    {
        PeeringFlags set = new();
        flags?.Invoke(set);
        Peering peering = new(from, name ?? "peer-" + to.Name, to.Id);
        PeeringMachine.Put(peering, to, set, sync: false, created: true);
        from.Touch(Estate.Ids);
        to.Touch(Estate.Ids);
        return peering;
    }

    public void Pair(VirtualNetwork a, VirtualNetwork b, Action<PeeringFlags>? ofA = null, Action<PeeringFlags>? ofB = null)
    {
        Half(a, b, null, ofA);
        Half(b, a, null, ofB);
    }

    public static void Tag(VirtualNetwork network, string name, string value)
    {
        network.Tags ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        network.Tags[name] = value;
    }

    public StoredResource Store(ResourceGroup group, string type, string name, string properties)
    {
        string[] types = type.Split('/');
        string[] names = name.Split('/');
        string id = $"{group.Id}/providers/{types[0]}" + string.Concat(names.Select((n, i) => $"/{types[i + 1]}/{n}"));
        JsonObject body = new() { ["location"] = group.Location, ["properties"] = JsonNode.Parse(properties, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true }) };
        StoredResource resource = new(id, type, StoredBody.Complete(body, id, type, names[names.Length - 1]));
        Estate.Store(group, resource);
        return resource;
    }

    /// <summary>A VPN gateway in the network's GatewaySubnet, seen from both ends.</summary>
    public void Gateway(VirtualNetwork network, string name) => Store(network.Group, "Microsoft.Network/virtualNetworkGateways", name,
        $$$$"""{"gatewayType":"Vpn","vpnType":"RouteBased","enableBgp":true,"sku":{"name":"VpnGw1AZ","tier":"VpnGw1AZ"},"ipConfigurations":[{"name":"default","properties":{"subnet":{"id":"{{{{network.FindSubnet("GatewaySubnet")!.Id}}}}"}}}]}""");
}
