using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Holds two estates against each other: what can be reached from where, which rules widen, what names and servers do.</summary>
internal sealed class ImpactMeasure
{
    private readonly RoutingModel _before;
    private readonly RoutingModel _after;
    private readonly HashSet<ResourceId> _touched;
    private readonly ResourceId[] _near;
    private readonly string _protocol;
    private readonly int? _port;

    /// <param name="before">As it is.</param>
    /// <param name="after">As it will be.</param>
    /// <param name="touched">The networks that the change is about. Ways between any two of their direct peers are looked at where one of the ends is touched, or both are spokes of one that is.</param>
    /// <param name="protocol">Tcp, Udp, Icmp or <c>*</c>.</param>
    /// <param name="port">Destination port; null where it is left open.</param>
    public ImpactMeasure(Estate before, Estate after, IEnumerable<ResourceId> touched, string protocol = "*", int? port = null)
    {
        _before = new RoutingModel(before);
        _after = new RoutingModel(after);
        _touched = [.. touched];
        (_protocol, _port) = (protocol, port);
        _near = [.. _touched.Concat(_touched.SelectMany(id => _before.Links.Of(id).Concat(_after.Links.Of(id))).Select(l => l.RemoteId)).Distinct()];
    }

    public PeeringImpact Measure() => new()
    {
        Reach = [.. this.Reach()],
        WidenedRules = [.. this.Places().SelectMany(place => RuleWidening.At(place, _before, _after))],
        Dns = [.. new DnsImpact(_before, _after).Of(_touched)],
        Unknown = [.. this.Doubts().Distinct()],
    };

    /// <summary>Only ways with a touched end can change: peering is not transitive, and a detour through a third network starts at a touched one.</summary>
    private IEnumerable<PeeringReachChange> Reach()
    {
        Target[] targets = [.. Target.Of(_near, _before.Estate).Concat(Target.Of(_near, _after.Estate)).Distinct()];
        foreach (SubnetPlace from in this.Places())
        {
            bool isTouched = _touched.Contains(from.Network.Id);
            foreach (Target to in targets.Where(t => (t.IsBeyond || !t.NetworkId.Equals(from.Network.Id)) && (isTouched || _touched.Contains(t.NetworkId))))
            {
                if (this.Compare(from, to) is PeeringReachChange change) yield return change;
            }
        }
    }

    /// <summary>The subnets of all networks near the change that machines stand in, as they will be.</summary>
    private IEnumerable<SubnetPlace> Places() => _near.Where(_after.Estate.Networks.ContainsKey)
        .SelectMany(id => _after.Estate.Networks[id].Subnets)
        .Where(s => !s.IsPlatform)
        .Select(s => _after.PlaceOf(s.Id)!);

    private PeeringReachChange? Compare(SubnetPlace from, Target to)
    {
        (string? hopBefore, PeeringPath? before) = this.Look(_before, from, to);
        (string? hopAfter, PeeringPath? after) = this.Look(_after, from, to);
        (PeeringPathVerdict was, PeeringPathVerdict will) = (VerdictOf(before), VerdictOf(after));
        if (KindOf(was, will, hopBefore == hopAfter) is not string kind) return null;
        return new PeeringReachChange
        {
            Kind = kind,
            From = from.ToString(),
            FromSubnetId = from.Subnet.Id,
            To = to.Name,
            AddressPrefix = to.Prefix.ToString(),
            IsOnPremises = to.IsBeyond,
            NextHopBefore = hopBefore,
            NextHopAfter = hopAfter,
            Before = was,
            After = will,
            Reason = after?.Reason ?? "",
        };
    }

    /// <summary>A place that does not exist reaches nothing.</summary>
    private (string? NextHop, PeeringPath? Path) Look(RoutingModel model, SubnetPlace from, Target to)
    {
        bool isThere = model.PlaceOf(from.Subnet.Id) is not null && Target.Of([to.NetworkId], model.Estate).Contains(to);
        AddressPrefix[] starts = [.. Prefixes.Read(from.Subnet.AddressPrefixes).Where(p => p.IsIPv6 == to.Prefix.IsIPv6)];
        if (!isThere || starts.Length == 0) return (null, null);
        AddressPrefix address = to.AddressIn(model.Estate);
        PeeringPath path = new PathTracer(model).Trace(from.Subnet.Id, address, _protocol, _port);
        return (model.Choose(model.PlaceOf(from.Subnet.Id)!, address).Route?.NextHopText, path);
    }

    private static PeeringPathVerdict VerdictOf(PeeringPath? path) => path?.Verdict ?? PeeringPathVerdict.Blocked;

    private static string? KindOf(PeeringPathVerdict before, PeeringPathVerdict after, bool sameWay) => (before, after) switch
    {
        _ when before == after => sameWay ? null : ImpactKinds.Rerouted,
        (PeeringPathVerdict.Unknown, _) or (_, PeeringPathVerdict.Unknown) => ImpactKinds.Uncertain,
        (_, PeeringPathVerdict.Reachable) => ImpactKinds.Gained,
        _ => ImpactKinds.Lost,
    };

    private IEnumerable<string> Doubts() => _near
        .Select(id => _after.Estate.Networks.TryGetValue(id, out VirtualNetwork? network) ? _after.GatewayDoubtOf(network) : Wording.Fill(RoutingTexts.CrossUnread, id.Name))
        .OfType<string>()
        .Concat(_after.Estate.Unread.Select(u => u.Problem.Message));
}
