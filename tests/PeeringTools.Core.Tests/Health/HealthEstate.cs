using Microsoft.Extensions.Time.Testing;
using PeeringTools.Fakes;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>A drawn estate whose networks are whole and filtered unless a test breaks something, and whose pairs are those of a scan.</summary>
internal sealed class HealthEstate
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly EstateSketch _sketch = new();
    private readonly Dictionary<string, RemoteVisibility> _unread = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<SecurityRule>> _rules = [];
    private readonly Dictionary<string, List<UserRoute>> _routes = [];

    public PeeringPair[]? Baseline { get; set; }

    /// <summary>What Azure says of running machines; null where it was not asked.</summary>
    public LiveReading[]? Live { get; set; }

    /// <summary>Takes something away from what was drawn, as an identity with few rights would see it.</summary>
    public Func<Estate, Estate>? Seen { get; set; }

    public static string Group(string network) => EstateSketch.SecurityGroupIdOf("nsg-" + network);

    /// <summary>A network with one subnet, app, and an empty security group at it.</summary>
    public HealthEstate Network(string name, string prefix, string location = "westeurope")
    {
        _rules[name] = [];
        _routes[name] = [];
        _ = _sketch.NetworkIn(location, name, prefix).SecurityGroup("nsg-" + name).Subnet(name + "/app", prefix, group: "nsg-" + name);
        return this;
    }

    public HealthEstate Change(string network, Func<VirtualNetwork, VirtualNetwork> change) => this.Draw(sketch => sketch.With(network, change));

    public HealthEstate Draw(Func<EstateSketch, EstateSketch> draw)
    {
        _ = draw(_sketch);
        return this;
    }

    public HealthEstate Pair(string one, string other, Action<PeeringSide>? ofOne = null, Action<PeeringSide>? ofOther = null) =>
        this.Draw(sketch => sketch.Peer(one, other, ofOne, ofOther));

    public HealthEstate Half(string from, string to, Action<PeeringSide>? change = null) => this.Draw(sketch => sketch.Half(from, to, change));

    /// <summary>Says why a network that is not in the estate could not be read.</summary>
    public HealthEstate Unreadable(string network, RemoteVisibility visibility)
    {
        _unread[EstateSketch.IdOf(network).Text] = visibility;
        return this;
    }

    public HealthEstate Tag(string network, string name, string value) => this.Change(
        network, n => n with { Tags = new Dictionary<string, string>(n.Tags) { [name] = value } });

    /// <summary>Adds a rule to the network's group.</summary>
    public HealthEstate Rule(string network, SecurityRule rule)
    {
        _rules[network].Add(rule);
        return this.Draw(sketch => sketch.SecurityGroup("nsg-" + network, [.. _rules[network]]));
    }

    /// <summary>Adds a route to the table of the network's app subnet.</summary>
    public HealthEstate Route(string network, string name, string prefix, string next)
    {
        _routes[network].Add(EstateSketch.Route(name, prefix, next));
        string table = "rt-" + network;
        return this.Draw(sketch => sketch.Table(table, [.. _routes[network]]).With(network, n => n with
        {
            Subnets = [.. n.Subnets.Select(s => s.Name == "app" ? s with { RouteTableId = EstateSketch.TableIdOf(table) } : s)],
        }));
    }

    /// <summary>An Azure Firewall with its subnet around the address.</summary>
    public HealthEstate Firewall(string network, string address) => this.Draw(sketch => sketch
        .Subnet(network + "/AzureFirewallSubnet", address + "/26").Firewall("afw-" + network, network + "/AzureFirewallSubnet", address));

    public HealthEstate Gateway(string network) => this.Draw(sketch => sketch.Gateway("vgw-" + network, network));

    public HealthEstate Zone(string name, params string[] networks) => this.Draw(sketch => sketch.Zone(name, networks));

    public HealthEstate Denied(SurroundingKinds kind) => this.Draw(sketch => sketch.Unread(kind));

    public Estate Build() => Seen is null ? _sketch.Build() : Seen(_sketch.Build());

    /// <summary>The pairs as a scan of the whole estate gives them.</summary>
    public IReadOnlyList<PeeringPair> Pairs()
    {
        PairBuilder builder = new(new FakeTimeProvider(Now), PairBuilder.ResourceManager, false);
        PairAssembler assembler = new();
        List<PeeringPair> pairs = [.. _sketch.Build().Networks.Values.SelectMany(assembler.Accept).Select(ends => builder.Build(ends.One, ends.Other))];
        foreach (OpenSide open in assembler.TakeRemaining())
        {
            string remote = open.RemoteId?.Text ?? open.End.Side!.RemoteVirtualNetworkId;
            pairs.Add(builder.Build(open.End, PairEnd.Unread(remote, _unread.GetValueOrDefault(remote, RemoteVisibility.Unknown))));
        }

        return pairs;
    }

    public HealthRun Run(params HealthRule[] rules) => new(this.Build(), new FakeTimeProvider(Now), new HealthOptions
    {
        Rules = rules.Length == 0 ? RuleCatalogue.All : rules,
        MinimumSeverity = PeeringSeverity.Information,
        Live = Live?.ToLookup(reading => NetworkResources.NetworkIdOf(reading.SubnetId), StringComparer.OrdinalIgnoreCase),
        Baseline = Baseline?.ToDictionary(pair => pair.PairId),
    });

    /// <summary>What every rule says of the first pair.</summary>
    public PeeringHealthReport Report() => this.Run().Check(this.Pairs()[0]);
}
