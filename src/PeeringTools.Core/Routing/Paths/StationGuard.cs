using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What security groups and appliances say at a station.</summary>
internal sealed class StationGuard(RoutingModel model, PathTrace trace, Flow flow, PathTrace? forward)
{
    private readonly SecurityCheck _security = new(model);

    /// <summary>Groups keep state: what was let through there is let through back.</summary>
    public void Ask(SubnetPlace place, AddressOwner owner, string direction)
    {
        if (forward is not null || owner.Kind == OwnerKind.Firewall || (owner.Kind == OwnerKind.PrivateEndpoint && !FollowsGroups(place.Subnet))) return;
        NetworkInterface?[] nics = owner.Interfaces.Count == 0 ? [null] : [.. owner.Interfaces];
        SecurityVerdict[] said = [.. nics.SelectMany(nic => _security.Ask(place, nic, flow with
        {
            SourceGroups = model.GroupsOf(flow.Source, place.Network.Id),
            DestinationGroups = model.GroupsOf(flow.Destination, place.Network.Id),
        }, direction))];
        SecurityVerdict? objection = SecurityCheck.Objection(said);
        if (objection?.Answer == SecurityAnswer.Deny) trace.Block(objection.Why);
        else if (objection is not null) trace.Doubt(objection.Why);
        else if (owner.Kind == OwnerKind.Unreadable) trace.Doubt(Wording.Fill(RoutingTexts.InterfacesUnread, owner.Name, owner.Problem?.Message));
        else if (said.Length > 0) trace.Say(said[said.Length - 1].Why);
    }

    /// <summary>Whether what stands here sends a packet for somebody else on, and from which subnet.</summary>
    public SubnetPlace? Forward(AddressOwner owner)
    {
        this.Ask(owner.Place!, owner, DefaultRules.Inbound);
        if (trace.HasEnded) return null;
        if (!this.SendsOn(owner)) return null;
        if (forward is not null && !forward.Appliances.Any(a => Same(a, owner))) this.OneWay(owner);
        if (trace.HasEnded) return null;
        trace.Appliances.Add(owner);
        this.Ask(owner.Place!, owner, DefaultRules.Outbound);
        return trace.HasEnded ? null : owner.Place;
    }

    /// <summary>The way back has arrived only if it passed whoever keeps state on the way there.</summary>
    public void Arrive(string how)
    {
        foreach (AddressOwner missed in (forward?.Appliances ?? []).Where(a => !trace.Appliances.Any(b => Same(a, b))))
        {
            this.OneWay(missed);
            if (trace.HasEnded) return;
        }

        trace.Arrive(how);
    }

    private bool SendsOn(AddressOwner owner)
    {
        if (owner.Kind == OwnerKind.Firewall) trace.Say(Wording.Fill(RoutingTexts.FirewallRules, owner.Name));
        else if (owner.Kind == OwnerKind.LoadBalancer && owner.Interfaces.Count == 0) trace.Lose(Wording.Fill(RoutingTexts.NoBackend, owner.Name));
        else if (owner.Forwards) trace.Say(Wording.Fill(RoutingTexts.Forwards, owner.Name));
        else trace.Block(Wording.Fill(RoutingTexts.ForwardsNot, owner.Interfaces.FirstOrDefault(i => !i.EnableIPForwarding)?.Name ?? owner.Name));
        return !trace.HasEnded;
    }

    /// <summary>An Azure Firewall drops a connection it sees half of; what any other appliance does is its own business.</summary>
    private void OneWay(AddressOwner owner)
    {
        if (owner.Kind == OwnerKind.Firewall) trace.Block(Wording.Fill(RoutingTexts.OneWayFirewall, owner.Name));
        else trace.Doubt(Wording.Fill(RoutingTexts.OneWayAppliance, owner.Name));
    }

    private static bool Same(AddressOwner a, AddressOwner b) => string.Equals(a.Id, b.Id, StringComparison.OrdinalIgnoreCase);

    private static bool FollowsGroups(Subnet subnet) => subnet.PrivateEndpointNetworkPolicies is { } policies
        && (policies.Equals("Enabled", StringComparison.OrdinalIgnoreCase) || policies.Equals("NetworkSecurityGroupEnabled", StringComparison.OrdinalIgnoreCase));
}
